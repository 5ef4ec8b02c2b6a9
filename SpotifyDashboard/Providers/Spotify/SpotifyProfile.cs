namespace SpotifyDashboard.Providers.Spotify;

/// <summary>A Spotify account.</summary>
/// <param name="AccountId">Spotify's <c>account_id</c>, else its <c>id</c>: what an account is recognised by (contracts, 2.4).</param>
/// <param name="UserId">Spotify's <c>id</c>.</param>
/// <param name="DisplayName">The name; null where none is set.</param>
/// <param name="ImageUrl">Address of the picture; null where none.</param>
public sealed record SpotifyProfile(string AccountId, string UserId, string? DisplayName, string? ImageUrl);
