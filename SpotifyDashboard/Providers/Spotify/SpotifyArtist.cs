namespace SpotifyDashboard.Providers.Spotify;

/// <summary>An artist as Spotify tells it; everything but id and name may be missing.</summary>
/// <param name="Id">Spotify's id.</param>
/// <param name="Name">The name.</param>
/// <param name="ImageUrl">Address of the largest picture; null where none was sent.</param>
/// <param name="Genres">Genres; null where none were sent, which says nothing.</param>
public sealed record SpotifyArtist(string Id, string Name, string? ImageUrl, IReadOnlyList<string>? Genres);
