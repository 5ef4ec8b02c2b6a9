using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Providers.Spotify;

/// <summary>Audio features of one track.</summary>
/// <param name="Values">The values that were told, by feature.</param>
public sealed record SpotifyFeatures(IReadOnlyDictionary<Feature, double> Values);
