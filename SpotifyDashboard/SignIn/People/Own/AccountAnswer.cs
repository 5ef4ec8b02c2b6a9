namespace SpotifyDashboard.SignIn.People.Own;

/// <summary>Somebody's own account, as <c>/api/account</c> tells it. Times are UTC.</summary>
/// <param name="Id">The account's number.</param>
/// <param name="Name">How the dashboard calls them.</param>
/// <param name="Role"><c>owner</c>, <c>listener</c> or <c>guest</c>.</param>
/// <param name="LoginName">The name they sign in with; null for Spotify alone.</param>
/// <param name="HasPassword">Whether there is a password.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ClientId">The client id of their own Spotify app; null where they use the dashboard's.</param>
internal sealed record AccountAnswer(int Id, string Name, string Role, string? LoginName, bool HasPassword, DateTimeOffset CreatedAt, string? ClientId)
{
    public const string Example =
        """
        { "id": 2, "name": "Ben", "role": "listener", "loginName": "ben", "hasPassword": true, "createdAt": "2026-11-20T19:02:11.000Z", "clientId": null }
        """;
}
