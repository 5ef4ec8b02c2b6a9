namespace SpotifyDashboard.Providers.Spotify;

/// <summary>A track as Spotify tells it; everything but id and name may be missing.</summary>
/// <param name="Id">Spotify's id; null for a local file.</param>
/// <param name="Name">The title.</param>
/// <param name="Artists">Its artists, the main one first.</param>
/// <param name="Album">Its album.</param>
/// <param name="DurationMs">Length in milliseconds.</param>
/// <param name="Isrc">International standard recording code, upper case.</param>
/// <param name="Explicit">Whether it is marked explicit.</param>
/// <param name="IsLocal">Whether it is a local file of the listener's.</param>
/// <param name="Json">The object as it came.</param>
public sealed record SpotifyTrack(
    string? Id,
    string Name,
    IReadOnlyList<SpotifyArtist> Artists,
    SpotifyAlbum? Album,
    int? DurationMs,
    string? Isrc,
    bool? Explicit,
    bool IsLocal,
    string Json);
