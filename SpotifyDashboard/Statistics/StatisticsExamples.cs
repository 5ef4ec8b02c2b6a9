namespace SpotifyDashboard.Statistics;

/// <summary>Descriptions and examples of the statistics in the API description.</summary>
internal static class StatisticsExamples
{
    public const string From = "First local day of the period, YYYY-MM-DD; open by default";

    public const string To = "Last local day of the period, included, YYYY-MM-DD; open by default";

    public const string Count = "Which plays count: default (30 s, or half of the track), all, or finished; the listener's choice by default";

    public const string Summary =
        """
        { "plays": 412, "minutes": 1389.4, "tracks": 173, "artists": 61, "albums": 88, "streak": 9, "longestStreak": 12, "estimatedShare": 0.02,
          "previous": { "plays": 380, "minutes": 1301.0, "tracks": 160, "artists": 57, "albums": 80, "streak": 3, "longestStreak": 11, "estimatedShare": 0, "previous": null } }
        """;

    public const string Top =
        """
        [ { "rank": 1, "previousRank": 3, "id": "0aFakeTrack00000000001", "name": "Glass Harbour", "artist": "Nordlys Kollektiv", "plays": 21, "ms": 4487000 } ]
        """;

    public const string Heatmap =
        """
        { "timeZone": "Europe/Berlin", "plays": [ [0, 0, 1], [] ], "ms": [ [0, 0, 214000], [] ] }
        """;

    public const string Calendar =
        """
        { "timeZone": "Europe/Berlin", "days": [ { "date": "2026-03-01", "plays": 14, "ms": 2911000 } ] }
        """;

    public const string History =
        """
        { "items": [ { "id": 4711, "startedAt": "2026-03-01T20:40:35.000Z", "endedAt": "2026-03-01T20:44:09.000Z", "msPlayed": 214000, "trackId": "0aFakeTrack00000000001",
          "title": "Glass Harbour", "artist": "Nordlys Kollektiv", "album": "Tidvatten", "source": "ExtendedExport", "contextUri": null, "counted": true, "estimated": false } ],
          "next": "1772397635000-4711", "gaps": [ { "from": "2026-03-01T14:00:00.000Z", "to": "2026-03-01T18:20:00.000Z" } ] }
        """;
}
