namespace SpotifyDashboard.Statistics.Taste;

/// <summary>Examples of the statistics of taste in the API description.</summary>
internal static class TasteExamples
{
    public const string Diversity =
        """
        { "plays": 412, "artists": 61, "shannon": 5.31, "effectiveArtists": 39.7, "evenness": 0.896, "gini": 0.44,
          "months": [ { "start": "2026-03-01", "plays": 412, "artists": 61, "shannon": 5.31, "effectiveArtists": 39.7, "evenness": 0.896, "gini": 0.44 } ] }
        """;

    public const string Decades =
        """
        { "known": 390, "plays": 412, "coverage": 0.947, "medianYear": 2011, "decades": [ { "decade": 1980, "plays": 31, "ms": 6634000, "tracks": 12 } ], "years": [ { "year": 1987, "plays": 9 } ] }
        """;

    public const string Explicit =
        """
        { "known": 401, "plays": 412, "coverage": 0.973, "explicit": 37, "share": 0.092, "months": [ { "start": "2026-03-01", "known": 401, "explicit": 37, "share": 0.092 } ] }
        """;

    public const string Genres =
        """
        { "known": 388, "plays": 412, "coverage": 0.942, "genres": [ "indie folk", "ambient" ], "months": [ { "start": "2026-03-01", "known": 388, "plays": [ 120, 64 ] } ] }
        """;

    public const string Moods =
        """
        { "k": 2, "known": 380, "plays": 412, "coverage": 0.922, "moods": [ { "id": 0, "name": "Bright and driving", "known": 228, "share": 0.6 }, { "id": 1, "name": "Quiet and acoustic", "known": 152, "share": 0.4 } ],
          "weeks": [ { "start": "2026-03-02", "known": 95, "shares": [ 0.62, 0.38 ] } ], "months": [ { "start": "2026-03-01", "known": 380, "shares": [ 0.6, 0.4 ], "drift": 0.21 } ],
          "alongSession": [ { "known": 80, "shares": [ 0.7, 0.3 ] }, { "known": 80, "shares": [ 0.6, 0.4 ] }, { "known": 80, "shares": [ 0.6, 0.4 ] }, { "known": 80, "shares": [ 0.5, 0.5 ] } ] }
        """;

    public const string Hipster =
        """
        { "score": 61.4, "known": 377, "plays": 412, "coverage": 0.915, "source": "ReccoBeats", "months": [ { "start": "2026-03-01", "known": 377, "plays": 412, "score": 61.4 } ],
          "leastPopular": [ { "id": "0aFakeTrack00000000001", "name": "Glass Harbour", "artist": "Nordlys Kollektiv", "popularity": 3, "plays": 21 } ] }
        """;
}
