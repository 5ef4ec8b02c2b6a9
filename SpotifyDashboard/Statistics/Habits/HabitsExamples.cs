namespace SpotifyDashboard.Statistics.Habits;

/// <summary>Examples of the statistics of habits in the API description.</summary>
internal static class HabitsExamples
{
    public const string Skips =
        """
        { "plays": 520, "told": 498, "skipped": 101, "skipRate": 0.203, "completed": 366, "completionRate": 0.704, "meanShare": 0.81, "shares": [ 60, 22, 14, 11, 9, 8, 10, 9, 11, 366 ],
          "reasons": [ { "reason": "trackdone", "plays": 366 }, { "reason": "fwdbtn", "plays": 101 } ], "byHour": [ { "told": 4, "skipped": 1 } ],
          "mostSkipped": [ { "id": "0aFakeTrack00000000001", "name": "Glass Harbour", "artist": "Nordlys Kollektiv", "plays": 9, "skipped": 6 } ] }
        """;

    public const string Platforms =
        """
        { "known": 400, "plays": 412, "platforms": [ { "name": "iOS", "plays": 301, "ms": 64414000 } ], "countries": [ { "country": "SE", "plays": 400, "ms": 85600000 } ],
          "shuffle": { "told": 400, "yes": 120 }, "offline": { "told": 400, "yes": 3 }, "private": { "told": 400, "yes": 0 } }
        """;

    public const string Contexts =
        """
        { "known": 210, "plays": 412, "coverage": 0.51, "kinds": [ { "kind": "playlist", "plays": 150, "ms": 32100000 } ],
          "top": [ { "uri": "spotify:album:0aFakeAlbum00000000001", "kind": "album", "name": "Tidvatten", "plays": 24, "ms": 5136000 } ] }
        """;
}
