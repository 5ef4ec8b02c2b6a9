namespace SpotifyDashboard.Statistics.Time;

/// <summary>Examples of the statistics over time in the API description.</summary>
internal static class TimeExamples
{
    public const string Trend =
        """
        { "timeZone": "Europe/Berlin", "by": "month", "points": [ { "start": "2026-03-01", "plays": 412, "ms": 83364000 } ],
          "previous": [ { "start": "2026-02-01", "plays": 380, "ms": 78060000 } ] }
        """;

    public const string Sessions =
        """
        { "pauseMinutes": 30, "count": 61, "totalMs": 91200000, "meanMs": 1495081.97, "medianMs": 1260000, "meanPlays": 6.75,
          "byHour": [0, 0, 0, 0, 0, 0, 1, 9, 4, 1, 0, 2, 3, 1, 1, 2, 5, 8, 6, 7, 6, 3, 1, 1], "byWeekday": [8, 9, 7, 10, 11, 9, 7],
          "lengths": [ { "fromMinutes": 0, "toMinutes": 15, "count": 20 }, { "fromMinutes": 240, "toMinutes": null, "count": 1 } ],
          "longest": [ { "startedAt": "2026-03-14T18:02:11.000Z", "endedAt": "2026-03-14T22:40:02.000Z", "ms": 16671000, "plays": 71, "msPlayed": 15120000 } ] }
        """;

    public const string Streaks =
        """
        { "current": 9, "longest": 12, "daysWithPlays": 27, "days": 31, "list": [ { "from": "2026-03-01", "to": "2026-03-12", "days": 12 } ] }
        """;

    public const string Milestones =
        """
        { "reached": [ { "kind": "plays", "value": 1000, "at": "2026-03-09T07:41:00.000Z", "id": "0aFakeTrack00000000001", "name": "Glass Harbour", "artist": "Nordlys Kollektiv" } ],
          "next": [ { "kind": "hours", "value": 100, "have": 71 } ] }
        """;
}
