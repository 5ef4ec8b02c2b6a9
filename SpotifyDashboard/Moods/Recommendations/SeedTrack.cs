namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>A track that new ones may be looked for from.</summary>
/// <param name="SpotifyId">Spotify's id.</param>
/// <param name="Title">The title.</param>
/// <param name="Artist">The artist's name.</param>
/// <param name="IsProposed">Whether the dashboard would start from it where the listener does not say.</param>
public sealed record SeedTrack(string SpotifyId, string Title, string Artist, bool IsProposed);
