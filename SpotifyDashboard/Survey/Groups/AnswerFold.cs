using System.Text;

namespace SpotifyDashboard.Survey.Groups;

/// <summary>Folds what people write, so that answers that differ in case, spaces or punctuation only are the same.</summary>
internal static class AnswerFold
{
    /// <summary>Letters, marks and digits in lower case, nothing else; empty where there is none.</summary>
    public static string Of(string? answer)
    {
        var folded = new StringBuilder();
        foreach (var rune in (answer ?? "").Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsPunctuation(rune) && !Rune.IsSymbol(rune) && !Rune.IsControl(rune))
            {
                folded.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return folded.ToString();
    }

    /// <summary>The spelling that most people used; of equally frequent ones the first in ordinal order.</summary>
    public static string MostFrequent(IEnumerable<string> spellings) => spellings
        .Select(static spelling => spelling.Trim())
        .GroupBy(static spelling => spelling, StringComparer.Ordinal)
        .OrderByDescending(static group => group.Count())
        .ThenBy(static group => group.Key, StringComparer.Ordinal)
        .First().Key;
}
