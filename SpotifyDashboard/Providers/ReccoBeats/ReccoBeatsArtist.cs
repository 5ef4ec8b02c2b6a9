namespace SpotifyDashboard.Providers.ReccoBeats;

/// <summary>An artist as ReccoBeats tells it.</summary>
/// <param name="SpotifyId">Spotify's id; null where it was not told.</param>
/// <param name="Name">The name.</param>
public sealed record ReccoBeatsArtist(string? SpotifyId, string Name);
