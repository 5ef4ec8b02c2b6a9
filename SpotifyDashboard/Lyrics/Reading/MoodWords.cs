using SpotifyDashboard.Lyrics.Reading.Lists;

namespace SpotifyDashboard.Lyrics.Reading;

/// <summary>The languages whose words this program can weigh.</summary>
internal static class MoodWords
{
    private static readonly MoodWordList[] s_lists = [EnglishMoodWords.List, GermanMoodWords.List, SpanishMoodWords.List, FrenchMoodWords.List];

    /// <summary>All lists.</summary>
    public static IReadOnlyList<MoodWordList> All => s_lists;

    /// <summary>The list of a language; null where there is none.</summary>
    public static MoodWordList? Of(string language) => Array.Find(s_lists, list => list.Language == language);
}
