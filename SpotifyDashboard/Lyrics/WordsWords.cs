using SpotifyDashboard.Lyrics.Figures;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Lyrics;

/// <summary>Says in sentences what the page of words knows, and why it knows no more.</summary>
internal static class WordsWords
{
    /// <summary>Of how many songs the words are known, and what of the others.</summary>
    public static string Coverage(WordsCoverage coverage)
    {
        var known = $"Words are known for {Said.Number(coverage.WithWords)} of {Said.Counted(coverage.Songs, "song", "songs")}, {Said.Share((double)coverage.PlaysWithWords / coverage.Plays)} of the plays.";
        return $"{known}{Rest(coverage)}";
    }

    /// <summary>Why there is nothing to show.</summary>
    public static string WhyNone(bool isDemo, bool isOn, WordsCoverage coverage) =>
        isDemo ? "They are invented, so nobody is asked for their words. With your own history, this page shows what your songs are about, in which languages, and whether their words feel as they sound."
        : !isOn && coverage.Waiting > 0 ? "Looking for the words of your songs is switched off. You can switch it on below."
        : coverage.Waiting > 0 ? $"They are being looked for in the background, most played first, one song every few seconds, and appear here by themselves.{Rest(coverage)}"
        : $"LRCLIB was asked about all of them.{Rest(coverage)}";

    /// <summary>Why there is no mood to show although words are known.</summary>
    public static string WhyNoMood(WordsFigures figures) =>
        $"Of none of the {Said.Counted(figures.Coverage.WithWords, "song", "songs")} whose words are known, both moods are: the words must be English, German, Spanish or French with enough that tell a mood, and the sound needs audio features.";

    /// <summary>Of how many songs both moods are known.</summary>
    public static string MoodCoverage(WordsFigures figures) =>
        $"Both are known for {Said.Counted(figures.Mood.Songs, "song", "songs")}, out of {Said.Number(figures.Coverage.WithWords)} whose words are known: {Said.Share((double)figures.Mood.Plays / figures.Coverage.Plays)} of all plays.";

    /// <summary>The two means.</summary>
    public static IReadOnlyList<(string Counts, string Figure)> MoodFigures(WordsMood mood) =>
        [("mood of the words, 0 sad to 1 happy", Said.Number(mood.Words, 2)), ("mood of the sound, 0 sad to 1 happy", Said.Number(mood.Sound, 2))];

    /// <summary>Whether words and sound go together.</summary>
    public static string Relation(WordsMood mood)
    {
        if (mood.Correlation is not { } correlation)
        {
            return $"Whether words and sound go together can be said from {Correlation.FewestPairs} songs on, if they differ.";
        }

        var found = correlation switch
        {
            { Low: > 0 } => "Happier words tend to go with a happier sound",
            { High: < 0 } => "Happier words tend to go with a sadder sound",
            _ => "Words and sound go their own ways, as far as these songs tell",
        };
        return $"{found}: correlation {Said.Number(correlation.Value, 2)}, with 95% certainty between {Said.Number(correlation.Low, 2)} and {Said.Number(correlation.High, 2)}, over {Said.Counted(correlation.Songs, "song", "songs")}.";
    }

    private static string Rest(WordsCoverage coverage)
    {
        List<string> parts = [];
        Add(coverage.Instrumental, "instrumental");
        Add(coverage.NotFound, "not known to LRCLIB");
        Add(coverage.Failed, "not readable");
        Add(coverage.Waiting, "not asked about yet");
        return parts.Count == 0 ? "" : $" The others: {string.Join(", ", parts)}.";

        void Add(int songs, string what)
        {
            if (songs > 0)
            {
                parts.Add($"{Said.Number(songs)} {what}");
            }
        }
    }
}
