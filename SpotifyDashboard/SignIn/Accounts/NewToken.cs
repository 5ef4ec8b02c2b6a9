namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>A personal access token just made: the only moment at which it is known.</summary>
/// <param name="Token">What is known of it later.</param>
/// <param name="Secret">The token itself.</param>
internal sealed record NewToken(PersonalToken Token, string Secret);
