namespace SpotifyDashboard.Moods.Playlists;

/// <summary>A track as a playlist or a file needs it.</summary>
/// <param name="PublicId">The id by which addresses and the API name it.</param>
/// <param name="SpotifyId">Spotify's id; null where Spotify has none: known by name only, or invented.</param>
/// <param name="Title">The title; empty while unknown.</param>
/// <param name="Artist">The artist's name.</param>
/// <param name="Album">The album; null while unknown.</param>
/// <param name="DurationMs">Length in milliseconds; null while unknown.</param>
internal sealed record PlaylistTrack(string PublicId, string? SpotifyId, string Title, string Artist, string? Album, int? DurationMs)
{
    /// <summary>Spotify's address of it, or null.</summary>
    public string? Uri => SpotifyId is null ? null : $"spotify:track:{SpotifyId}";
}
