using System.Collections.Frozen;

namespace SpotifyDashboard.Narrative.Checking.Wording;

/// <summary>Tells German nouns from names: German writes both with a capital.</summary>
internal static class GermanNouns
{
    private const int ShortestHead = 2;
    private const int ShortestTail = 4;

    private static readonly FrozenSet<string> s_nouns = Resource.Lines("german-nouns.txt").SelectMany(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(Reading.Folding.Of).ToFrozenSet(StringComparer.Ordinal);
    private static readonly string[] s_endings = ["ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "tat", "taten", "nis", "nisse", "tum", "chen", "lein", "ismus", "ling", "linge", "erei", "ment", "ments"];
    private static readonly string[] s_cases = ["", "s", "es", "e", "en", "n", "er", "ern", "em"];

    /// <summary>Whether a German takes the word for an ordinary one, also as the end of a compound: Lieblingsband.</summary>
    /// <param name="folded">Folded.</param>
    public static bool Knows(string folded)
    {
        foreach (var ending in s_endings)
        {
            if (folded.Length > ending.Length + ShortestHead && folded.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        for (var start = 0; start == 0 || start <= folded.Length - ShortestTail; start++)
        {
            if (start is 0 or > ShortestHead && IsNoun(folded[start..]))
            {
                return true;
            }
        }

        return !Lexicon.Of("de").StartingWith(folded).IsEmpty;
    }

    private static bool IsNoun(string word) => s_cases.Any(ending => word.EndsWith(ending, StringComparison.Ordinal) && s_nouns.Contains(word[..^ending.Length]));
}
