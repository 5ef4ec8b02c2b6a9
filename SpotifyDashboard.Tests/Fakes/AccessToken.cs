namespace SpotifyDashboard.Tests.Fakes;

/// <summary>What a call bears.</summary>
/// <param name="User">Null: the app itself.</param>
internal sealed record AccessToken(string Value, WorldUser? User, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt);
