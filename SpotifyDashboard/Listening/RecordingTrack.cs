namespace SpotifyDashboard.Listening;

/// <summary>What <see cref="Recordings"/> must know of a track.</summary>
/// <param name="Id">Number of the track's row.</param>
/// <param name="SpotifyId">Spotify's id; null where the track is known by name only.</param>
/// <param name="NameKey">Artist and title, see <see cref="Listening.NameKey"/>; empty while unknown.</param>
/// <param name="Isrc">International standard recording code in any spelling; null while unknown.</param>
/// <param name="DurationMs">Length in milliseconds; null while unknown.</param>
/// <param name="HasAlbum">Whether the album is known.</param>
public readonly record struct RecordingTrack(int Id, string? SpotifyId, string NameKey, string? Isrc, int? DurationMs, bool HasAlbum);
