namespace SpotifyDashboard.SignIn.Login;

/// <summary>Where to send the browser to log in.</summary>
/// <param name="Url">Spotify's consent page.</param>
/// <param name="State">The state that comes back with the code.</param>
internal sealed record UrlAnswer(string Url, string State);
