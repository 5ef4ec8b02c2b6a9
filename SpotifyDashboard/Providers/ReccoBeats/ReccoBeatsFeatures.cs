using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Providers.ReccoBeats;

/// <summary>Audio features of one track.</summary>
/// <param name="Values">The values that were told, by feature; time signature and length never are.</param>
public sealed record ReccoBeatsFeatures(IReadOnlyDictionary<Feature, double> Values);
