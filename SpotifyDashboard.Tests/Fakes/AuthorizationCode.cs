namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A code on its way from the consent page to the token endpoint.</summary>
/// <param name="Challenge">BASE64URL(SHA256(verifier)); null when none was sent.</param>
internal sealed record AuthorizationCode(WorldUser User, string RedirectUri, string? Challenge, IReadOnlyList<string> Scopes, DateTimeOffset IssuedAt);
