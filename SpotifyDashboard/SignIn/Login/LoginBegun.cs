namespace SpotifyDashboard.SignIn.Login;

/// <summary>A login that was begun: where the listener goes to allow it.</summary>
/// <param name="Url">Spotify's consent page.</param>
/// <param name="State">The state that comes back.</param>
internal sealed record LoginBegun(Uri Url, string State);
