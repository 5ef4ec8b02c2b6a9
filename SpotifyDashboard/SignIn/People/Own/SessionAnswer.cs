namespace SpotifyDashboard.SignIn.People.Own;

/// <summary>A session in the list of one's own.</summary>
internal sealed record SessionAnswer(int Id, string Label, bool IsThis, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, DateTimeOffset ExpiresAt)
{
    public const string Example =
        """
        [ { "id": 4, "label": "Firefox on Linux", "isThis": true, "createdAt": "2026-11-20T19:02:11.000Z", "lastSeenAt": "2026-11-21T18:40:00.000Z", "expiresAt": "2027-05-19T19:02:11.000Z" } ]
        """;
}
