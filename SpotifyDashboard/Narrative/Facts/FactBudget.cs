using System.Collections.Immutable;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>Keeps a list of facts short enough for a prompt of 1,500 tokens: the most telling that fit.</summary>
internal static class FactBudget
{
    /// <summary>Most facts of a list.</summary>
    public const int MostFacts = 32;

    /// <summary>Most characters of <see cref="FactsJson"/>, weighed by <see cref="LengthOf"/>.</summary>
    public const double MostCharacters = 3_400;

    private const double SeparatorLength = 1;
    private const double BracketsLength = 2;

    /// <summary>Letters beyond Latin cost a model more: about two characters a token for alphabets, about one for East Asian scripts and emoji.</summary>
    private const double AlphabetLength = 1.75;
    private const double WideLength = 2.5;
    private const char FirstAlphabet = '\u0250';
    private const char FirstWide = '\u1100';
    private const char FirstPunctuation = '\u2000';
    private const char EndOfPunctuation = '\u2070';

    /// <summary>The facts that fit, in the order of topics; of a topic in the order given.</summary>
    public static ImmutableArray<NarrativeFact> Choose(IReadOnlyCollection<FactDraft> drafts)
    {
        var left = MostCharacters - BracketsLength;
        HashSet<NarrativeFact> chosen = [];
        HashSet<string> broken = new(StringComparer.Ordinal);
        foreach (var draft in drafts.OrderByDescending(draft => draft.Weight))
        {
            var length = LengthOf(FactsJson.Of([draft.Fact])) - BracketsLength + SeparatorLength;
            var mayStand = draft.Series is not { } series || !broken.Contains(series);
            if (mayStand && length <= left && chosen.Count < MostFacts)
            {
                chosen.Add(draft.Fact);
                left -= length;
            }
            else if (draft.Series is { } rest)
            {
                broken.Add(rest);
            }
        }

        return [.. drafts.Select(draft => draft.Fact).Where(chosen.Contains).OrderBy(fact => fact.Topic)];
    }

    /// <summary>How much room a text takes, in characters of plain Latin text.</summary>
    public static double LengthOf(string text) => text.Sum(static letter => letter switch
    {
        < FirstAlphabet => 1,
        >= FirstPunctuation and < EndOfPunctuation => 1,
        < FirstWide => AlphabetLength,
        _ => WideLength,
    });
}
