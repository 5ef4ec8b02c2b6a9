using System.Collections.Frozen;

namespace SpotifyDashboard.Narrative.Checking.Wording;

/// <summary>Tells ordinary words from names, where a capital alone says nothing: at the start of a sentence and in titles.</summary>
internal static class Vocabulary
{
    private const int ShortestStem = 3;

    private static readonly Lazy<FrozenSet<string>> s_english = new(static () => Resource.Lines("ordinary-english.txt").Concat(Resource.Lines("story-words.txt").SelectMany(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToFrozenSet(StringComparer.Ordinal));

    private static readonly string[] s_endings = ["s", "es", "ed", "d", "ing", "ings", "ly", "ness", "ish", "less", "ful", "ology", "athon", "mania", "fest", "aholic"];

    /// <summary>Whether an English speaker takes the word for an ordinary one.</summary>
    /// <param name="folded">Folded.</param>
    public static bool IsEnglish(string folded) => folded.Length == 1 || s_english.Value.Contains(folded) || HasKnownStem(folded);

    private static bool HasKnownStem(string word)
    {
        foreach (var ending in s_endings)
        {
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
            {
                var stem = word[..^ending.Length];
                if (s_english.Value.Contains(stem) || s_english.Value.Contains(stem + "e") || (stem[^1] == stem[^2] && s_english.Value.Contains(stem[..^1])))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
