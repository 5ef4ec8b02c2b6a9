namespace SpotifyDashboard.Providers.Spotify;

/// <summary>A playlist that was made.</summary>
/// <param name="Id">Spotify's id.</param>
/// <param name="Url">Its page at Spotify.</param>
public sealed record SpotifyPlaylist(string Id, string Url);
