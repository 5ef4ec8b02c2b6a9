namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>A link just made, as <c>POST /api/shares</c> answers.</summary>
/// <param name="Url">The address to hand out; it can't be shown again.</param>
/// <param name="Link">The link as the list shows it.</param>
internal sealed record ShareAnswer(Uri Url, ShareLink Link)
{
    public const string LinkExample =
        """
        { "id": 3, "page": "/top20?kind=artists&range=6m&source=own", "title": "Top 20 artists, six months", "showsName": false, "state": "active",
          "createdAt": "2026-03-01T20:40:35.000Z", "expiresAt": "2026-03-31T20:40:35.000Z", "revokedAt": null, "lastSeenAt": null, "uses": 0 }
        """;

    public const string ListExample = $"[ {LinkExample} ]";

    public const string Example = $$"""{ "url": "http://127.0.0.1:5080/s/…", "link": {{LinkExample}} }""";
}
