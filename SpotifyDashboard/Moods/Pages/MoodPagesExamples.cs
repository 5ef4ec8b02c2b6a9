namespace SpotifyDashboard.Moods.Pages;

/// <summary>Examples of single moods in the API description.</summary>
internal static class MoodPagesExamples
{
    public const string Mood =
        """
        { "id": 1, "name": "Acoustic · calm", "k": 5, "trackCount": 214, "plays": 96, "known": 380, "share": 0.253,
          "features": [ { "key": "acousticness", "value": 0.81, "average": 0.33, "deviations": 1.42, "words": "More acoustic than your average" } ],
          "heatmap": { "timeZone": "Europe/Berlin", "plays": [ [ 0, 1 ] ], "ms": [ [ 0, 213000 ] ] },
          "months": [ { "start": "2026-03-01", "known": 380, "plays": 96, "share": 0.253 } ], "years": [ { "start": "2026-01-01", "known": 380, "plays": 96, "share": 0.253 } ],
          "artists": [ { "id": "0aFakeArtist0000000001", "name": "Nordlys Kollektiv", "tracks": 12, "plays": 31 } ],
          "tracks": [ { "trackId": "0aFakeTrack00000000001", "title": "Glass Harbour", "artist": "Nordlys Kollektiv", "plays": 21, "distance": 0.28 } ],
          "borderCount": 19, "borders": [ { "trackId": "0aFakeTrack00000000002", "title": "Low Tide", "artist": "Mira Holm", "nearest": 1, "next": 3, "ratio": 0.99 } ] }
        """;
}
