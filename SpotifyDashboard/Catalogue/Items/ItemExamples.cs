namespace SpotifyDashboard.Catalogue.Items;

/// <summary>Examples of the catalogue's answers in the API description.</summary>
internal static class ItemExamples
{
    public const string Similar =
        """
        [ { "trackId": "0aFakeTrack00000000002", "title": "Low Tide", "artist": "Nordlys Kollektiv", "similarity": 0.94 } ]
        """;

    public static string Track { get; } = Answer(
        "track",
        "0aFakeTrack00000000001",
        "Glass Harbour",
        """{ "id": "0aFakeArtist0000000001", "name": "Nordlys Kollektiv" }""",
        """{ "id": "0aFakeAlbum00000000001", "name": "Tidvatten" }""",
        "[]",
        "[]",
        """[ { "id": "0aFakeTrack00000000002", "name": "Low Tide", "artist": "Nordlys Kollektiv", "similarity": 0.94 } ]""");

    public static string Artist { get; } = Answer(
        "artist",
        "0aFakeArtist0000000001",
        "Nordlys Kollektiv",
        "null",
        "null",
        """[ { "rank": 1, "previousRank": 2, "id": "0aFakeTrack00000000001", "name": "Glass Harbour", "artist": "Nordlys Kollektiv", "plays": 21, "ms": 4487000 } ]""",
        """[ { "rank": 1, "previousRank": null, "id": "0aFakeAlbum00000000001", "name": "Tidvatten", "artist": "Nordlys Kollektiv", "plays": 21, "ms": 4487000 } ]""",
        """[ { "id": "0aFakeArtist0000000002", "name": "Mira Holm", "artist": null, "similarity": 0.71 } ]""");

    public static string Album { get; } = Answer(
        "album",
        "0aFakeAlbum00000000001",
        "Tidvatten",
        """{ "id": "0aFakeArtist0000000001", "name": "Nordlys Kollektiv" }""",
        "null",
        """[ { "rank": 1, "previousRank": 2, "id": "0aFakeTrack00000000001", "name": "Glass Harbour", "artist": "Nordlys Kollektiv", "plays": 21, "ms": 4487000 } ]""",
        "[]",
        """[ { "id": "0aFakeAlbum00000000002", "name": "Ebb", "artist": "Mira Holm", "similarity": 0.88 } ]""");

    private static string Answer(string kind, string id, string name, string artist, string album, string tracks, string albums, string similar) =>
        $$"""
        { "kind": "{{kind}}", "id": "{{id}}", "name": "{{name}}", "artist": {{artist}}, "album": {{album}}, "releaseYear": 2019, "genres": ["indie folk"], "spotifyUrl": null, "timeZone": "Europe/Berlin",
          "period": { "plays": 21, "ms": 4487000, "share": 0.05, "rank": 3, "of": 173, "firstPlayedAt": "2026-03-01T20:40:35.000Z", "lastPlayedAt": "2026-03-30T07:12:00.000Z" }, "previousRank": 5,
          "allTime": { "plays": 96, "ms": 20512000, "share": 0.01, "rank": 17, "of": 880, "firstPlayedAt": "2024-11-02T18:03:10.000Z", "lastPlayedAt": "2026-03-30T07:12:00.000Z" },
          "curve": { "by": "day", "points": [ { "start": "2026-03-01", "plays": 2, "ms": 428000 } ] },
          "sessions": { "count": 14, "began": 3, "beganShare": 0.143 },
          "heatmap": { "timeZone": "Europe/Berlin", "plays": [ [0, 0, 1], [] ], "ms": [ [0, 0, 214000], [] ] },
          "endings": { "plays": 25, "told": 25, "skipped": 4, "skipRate": 0.16, "completed": 18, "completionRate": 0.72, "meanShare": 0.81 },
          "tracks": {{tracks}}, "albums": {{albums}},
          "moods": { "known": 21, "plays": 21, "moods": [ { "id": 0, "name": "Calm and acoustic", "plays": 21, "share": 1 } ] },
          "similar": {{similar}} }
        """;
}
