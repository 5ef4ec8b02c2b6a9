namespace SpotifyDashboard.Lyrics.Figures;

/// <summary>What the words of the songs of a period say; the words themselves are left out. Defined in <c>docs/statistics.md</c>.</summary>
/// <param name="Coverage">Of how many songs the words are known.</param>
/// <param name="Themes">What they are about, at most thirty words.</param>
/// <param name="Languages">In which languages they are, the most played first.</param>
/// <param name="Mood">The mood of the words against the mood of the sound.</param>
public sealed record WordsFigures(WordsCoverage Coverage, IReadOnlyList<ThemeWord> Themes, IReadOnlyList<LanguageShare> Languages, WordsMood Mood)
{
    /// <summary>As the API answers it.</summary>
    internal const string Example =
        """
        { "coverage": { "songs": 412, "withWords": 268, "instrumental": 31, "notFound": 64, "failed": 1, "waiting": 48, "plays": 3190, "playsWithWords": 2411 },
          "themes": [ { "word": "harbour", "songs": 9, "plays": 214, "weight": 611.2 } ],
          "languages": [ { "language": "en", "name": "English", "songs": 201, "plays": 1804, "share": 0.748 }, { "language": null, "name": "Can't be told", "songs": 12, "plays": 90, "share": 0.037 } ],
          "mood": { "songs": 143, "plays": 1377, "words": 0.47, "sound": 0.52, "correlation": { "value": 0.21, "low": 0.05, "high": 0.36, "songs": 143 },
            "grid": [ [ 120, 210, 98 ], [ 160, 240, 172 ], [ 61, 140, 176 ] ],
            "happySoundSadWords": [ { "trackId": "7ouMYWpwJ422jRcDASZB7P", "title": "Glass Harbour", "artist": "Nordlys Kollektiv", "words": 0.18, "sound": 0.81, "plays": 23 } ],
            "sadSoundHappyWords": [] } }
        """;
}
