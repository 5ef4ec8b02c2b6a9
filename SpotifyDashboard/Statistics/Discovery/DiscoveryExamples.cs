namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>Examples of the statistics of new and old music in the API description.</summary>
internal static class DiscoveryExamples
{
    public const string Discovery =
        """
        { "newTracks": 41, "newArtists": 12, "newAlbums": 20, "plays": 412, "playsOfNew": 118, "shareOfNew": 0.286, "lovedTracks": 7, "medianDaysToLove": 9.4,
          "months": [ { "start": "2026-03-01", "plays": 412, "playsOfNew": 118, "tracks": 173, "newTracks": 41, "artists": 61, "newArtists": 12 } ],
          "topNewTracks": [ { "id": "0aFakeTrack00000000001", "name": "Glass Harbour", "artist": "Nordlys Kollektiv", "firstPlayedAt": "2026-03-02T19:04:11.000Z", "plays": 21, "ms": 4487000 } ],
          "topNewArtists": [ { "id": "0aFakeArtist0000000001", "name": "Nordlys Kollektiv", "artist": null, "firstPlayedAt": "2026-03-02T19:04:11.000Z", "plays": 34, "ms": 7010000 } ] }
        """;

    public const string Rediscovery =
        """
        [ { "id": "0aFakeTrack00000000001", "name": "Glass Harbour", "artist": "Nordlys Kollektiv", "lastBefore": "2025-06-01T20:10:00.000Z",
            "returnedAt": "2026-03-01T20:40:35.000Z", "daysAway": 273, "playsBefore": 38, "playsSince": 6 } ]
        """;

    public const string Forgotten =
        """
        [ { "id": "0aFakeTrack00000000001", "name": "Glass Harbour", "artist": "Nordlys Kollektiv", "plays": 44, "ms": 9416000,
            "firstPlayedAt": "2023-01-02T10:00:00.000Z", "lastPlayedAt": "2024-11-30T18:20:00.000Z" } ]
        """;

    public const string Obsessions =
        """
        [ { "id": "0aFakeTrack00000000001", "name": "Glass Harbour", "artist": "Nordlys Kollektiv", "plays": 17, "from": "2026-03-02T19:04:11.000Z", "to": "2026-03-08T08:12:40.000Z" } ]
        """;

    public const string OnThisDay =
        """
        { "day": "2026-03-01", "years": [ { "year": 2025, "plays": 14, "ms": 2911000,
          "tracks": [ { "id": "0aFakeTrack00000000001", "name": "Glass Harbour", "artist": "Nordlys Kollektiv", "plays": 3, "ms": 642000 } ] } ] }
        """;

    public const string Loyalty =
        """
        { "plays": 412, "tracks": 173, "repeatShare": 0.58, "onceTracks": 96, "backToBack": 12,
          "longestRun": { "id": "0aFakeTrack00000000001", "name": "Glass Harbour", "artist": "Nordlys Kollektiv", "plays": 4, "startedAt": "2026-03-02T19:04:11.000Z" },
          "topArtistShare": 0.11, "topTenArtistShare": 0.52, "eddington": 13,
          "faithful": [ { "id": "0aFakeArtist0000000001", "name": "Nordlys Kollektiv", "months": 3, "plays": 46, "ms": 9844000 } ] }
        """;
}
