namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>What somebody says of themselves when an account is made.</summary>
/// <param name="DisplayName">How the dashboard shall call them; empty: by the name they sign in with.</param>
/// <param name="LoginName">The name to sign in with; null where they sign in with Spotify.</param>
/// <param name="Password">Their password; null where they sign in with Spotify.</param>
internal sealed record NewAccount(string DisplayName, string? LoginName, string? Password);
