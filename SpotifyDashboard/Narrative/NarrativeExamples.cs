namespace SpotifyDashboard.Narrative;

/// <summary>Example answers for the API description.</summary>
internal static class NarrativeExamples
{
    public const string Story =
        """
        {
          "id": "0199e2a4-5c1e-7b60-9c55-0d8a4b6f2e11", "title": "A calm November", "description": "You played 1,204 tracks. Nordlys led with 96 plays.", "roast": "96 plays of one artist: the others noticed.",
          "tone": "professional", "source": "template", "model": null, "createdAt": "2026-11-21T14:03:00Z", "from": "2026-11-01", "to": "2026-11-21",
          "facts": [ { "id": "plays", "text": "You played 1,204 tracks.", "value": 1204, "unit": "plays", "href": "/stats?from=2026-11-01&to=2026-11-21" } ],
          "citations": [ { "sentence": "You played 1,204 tracks.", "facts": [ "plays" ] } ], "checked": { "claims": 4, "supported": 4 }
        }
        """;

    public const string Stories = $"[ {Story} ]";

    public const string Facts =
        """
        { "from": "2026-11-01", "to": "2026-11-21", "hasNames": true, "facts": [ { "id": "plays", "text": "You played 1,204 tracks.", "value": 1204, "unit": "plays", "href": "/stats?from=2026-11-01&to=2026-11-21" } ] }
        """;

    public const string Comparison =
        """
        {
          "earlier": "0199c0a4-5c1e-7b60-9c55-0d8a4b6f2e11", "later": "0199e2a4-5c1e-7b60-9c55-0d8a4b6f2e11",
          "changes": [ {
            "kind": "changed", "name": null,
            "before": { "id": "plays", "text": "You played 980 tracks.", "value": 980, "unit": "plays", "href": "/stats?from=2026-10-01&to=2026-10-31" },
            "after": { "id": "plays", "text": "You played 1,204 tracks.", "value": 1204, "unit": "plays", "href": "/stats?from=2026-11-01&to=2026-11-21" },
            "difference": 224
          } ]
        }
        """;

    public const string Choices =
        """
        {
          "agreed": true, "agreedAt": "2026-11-21T14:00:00Z", "withdrawnAt": null, "leaveNamesOut": false, "tone": "professional", "weekly": true, "monthly": false, "yearly": false,
          "hasModel": true, "callsPerDay": 20, "callsLeft": 18, "acceptance": { "accepted": 9, "repaired": 1, "refused": 0, "unanswered": 0, "judged": 10, "share": 1 }
        }
        """;
}
