using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>A track that was suggested from outside the library.</summary>
/// <param name="SpotifyId">Spotify's id.</param>
/// <param name="Title">The title.</param>
/// <param name="Artist">Its artists, as they are shown.</param>
/// <param name="MainArtist">The first of them.</param>
/// <param name="DurationMs">Length in milliseconds; null while unknown.</param>
/// <param name="Isrc">International standard recording code; null while unknown.</param>
/// <param name="Features">The thirteen values in the order of <see cref="Feature"/>; null where unknown.</param>
internal sealed record SuggestedTrack(string SpotifyId, string Title, string Artist, string MainArtist, int? DurationMs, string? Isrc, IReadOnlyList<double?> Features);
