namespace SpotifyDashboard.Providers.Spotify;

/// <summary>An album as Spotify tells it; everything but id and name may be missing.</summary>
/// <param name="Id">Spotify's id.</param>
/// <param name="Name">The title.</param>
/// <param name="ReleaseDate">As given: <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>.</param>
/// <param name="ImageUrl">Address of the largest cover.</param>
/// <param name="Artists">Its artists, the main one first.</param>
public sealed record SpotifyAlbum(string Id, string Name, string? ReleaseDate, string? ImageUrl, IReadOnlyList<SpotifyArtist> Artists);
