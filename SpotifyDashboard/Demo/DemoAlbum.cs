namespace SpotifyDashboard.Demo;

/// <summary>An album that was made up.</summary>
/// <param name="SpotifyId">22 characters that begin with <c>demo</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="ReleaseDate">As Spotify writes it: <c>yyyy-MM-dd</c>.</param>
/// <param name="Artist">Who made it.</param>
internal sealed record DemoAlbum(string SpotifyId, string Title, string ReleaseDate, DemoArtist Artist);
