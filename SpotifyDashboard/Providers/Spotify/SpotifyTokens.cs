namespace SpotifyDashboard.Providers.Spotify;

/// <summary>What the accounts service answered to a code or a refresh token.</summary>
/// <param name="AccessToken">Good for Web API calls.</param>
/// <param name="ExpiresAt">Until when (UTC).</param>
/// <param name="RefreshToken">The new refresh token; null: keep the one there is (contracts, 1.5).</param>
/// <param name="Scopes">What was consented to, separated by blanks; null where it did not say.</param>
public sealed record SpotifyTokens(string AccessToken, DateTimeOffset ExpiresAt, string? RefreshToken, string? Scopes);
