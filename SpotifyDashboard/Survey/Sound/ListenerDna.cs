using System.Collections.Immutable;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Survey.Sound;

/// <summary>How the listener's library sounds in a period.</summary>
/// <param name="Features">Mean of each of the thirteen features over the counted plays of tracks that have it, in the order of <see cref="Feature"/>; null where none has.</param>
/// <param name="Tracks">Tracks that any mean was made of.</param>
/// <param name="Plays">Their counted plays; 0 where nothing was ever played and every track of the library counts once.</param>
public sealed record ListenerDna(ImmutableArray<double?> Features, int Tracks, long Plays);
