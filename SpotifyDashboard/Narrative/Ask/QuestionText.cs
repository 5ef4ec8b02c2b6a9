using System.Collections.Immutable;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>A question made ready to be read: folded as names are, and cut into words.</summary>
internal sealed class QuestionText
{
    private QuestionText(string folded, ImmutableArray<QuestionToken> tokens)
    {
        Folded = folded;
        Tokens = tokens;
    }

    /// <summary>The question without capitals and accents.</summary>
    public string Folded { get; }

    /// <summary>Its words and numbers in order.</summary>
    public ImmutableArray<QuestionToken> Tokens { get; }

    /// <summary>Cuts <paramref name="question"/> into words.</summary>
    public static QuestionText Of(string question)
    {
        var folded = NameFold.Of(question);
        var tokens = ImmutableArray.CreateBuilder<QuestionToken>();
        for (var start = 0; start < folded.Length; start++)
        {
            if (!char.IsLetterOrDigit(folded[start]))
            {
                continue;
            }

            var end = start + 1;
            while (end < folded.Length && char.IsLetterOrDigit(folded[end]))
            {
                end++;
            }

            tokens.Add(new QuestionToken(folded[start..end], start, end));
            start = end;
        }

        return new QuestionText(folded, tokens.ToImmutable());
    }

    /// <summary>The word at <paramref name="index"/>; empty before the first and after the last.</summary>
    public string this[int index] => index >= 0 && index < Tokens.Length ? Tokens[index].Text : "";

    /// <summary>The number at <paramref name="index"/>; null where there is none.</summary>
    public int? NumberAt(int index) => index >= 0 && index < Tokens.Length ? Tokens[index].Number : null;

    /// <summary>The year at <paramref name="index"/>; null where there is none.</summary>
    public int? YearAt(int index) => index >= 0 && index < Tokens.Length ? Tokens[index].Year : null;

    /// <summary>What stands between the word at <paramref name="index"/> and the next.</summary>
    public ReadOnlySpan<char> After(int index) =>
        index >= 0 && index + 1 < Tokens.Length ? Folded.AsSpan(Tokens[index].End, Tokens[index + 1].Start - Tokens[index].End) : default;

    /// <summary>The question with some of its words blanked out; all keep their places.</summary>
    /// <param name="isTaken">For each word whether it is left out.</param>
    public QuestionText Without(IReadOnlyList<bool> isTaken) => new(Folded, [.. Tokens.Select((token, index) => isTaken[index] ? token with { Text = "" } : token)]);

    /// <summary>Whether a word is one of <paramref name="words"/>.</summary>
    public bool Says(params ReadOnlySpan<string> words)
    {
        foreach (var token in Tokens)
        {
            if (words.Contains(token.Text))
            {
                return true;
            }
        }

        return false;
    }
}
