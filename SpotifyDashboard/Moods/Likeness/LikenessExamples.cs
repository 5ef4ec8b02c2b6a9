namespace SpotifyDashboard.Moods.Likeness;

/// <summary>Example of the likeness in the API description.</summary>
internal static class LikenessExamples
{
    public const string Matrix =
        """
        { "known": 2, "total": 3,
          "items": [ { "id": "17", "name": "Nordlys Kollektiv", "artist": null, "plays": 412 }, { "id": "4", "name": "Glass Harbour", "artist": null, "plays": 230 } ],
          "similarities": [ [1, 0.83], [0.83, 1] ],
          "closest": { "one": 0, "other": 1, "similarity": 0.83 }, "loneliest": null,
          "missing": [ { "id": "9", "name": "Tidvatten", "artist": null, "plays": 118 } ] }
        """;
}
