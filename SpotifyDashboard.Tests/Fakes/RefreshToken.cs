namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A user's consent, as the app holds it.</summary>
/// <param name="IsPublic">Given to a client without a secret.</param>
internal sealed record RefreshToken(string Value, WorldUser User, IReadOnlyList<string> Scopes, DateTimeOffset AuthorizedAt, bool IsPublic)
{
    /// <summary>Rotated away or taken back by the user.</summary>
    public bool IsRevoked { get; set; }
}
