using System.Collections.Frozen;
using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Checking.Wording;

namespace SpotifyDashboard.Narrative.Checking.Rules;

/// <summary>What no story teases about: protected traits, body, health, family, violence, sex and slurs. The lists are in Resources/forbidden.txt.</summary>
internal static class ForbiddenTerms
{
    private static readonly FrozenDictionary<string, ImmutableArray<Term>> s_terms = Read();

    /// <summary>The first such words of a sentence; null where there are none. Names of the facts are no such words, nor are kinds of music.</summary>
    public static (string Words, string Subject)? In(SentenceReading sentence)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if (sentence.MentionAt(at) is { IsSoft: false } || sentence.Is(at, MeaningKind.Idiom) || !s_terms.TryGetValue(sentence.Tokens[at].Folded, out var terms))
            {
                continue;
            }

            foreach (var term in terms)
            {
                if (term.StandsAt(sentence, at))
                {
                    return (sentence.Words(at, at + term.Words.Length), term.Subject);
                }
            }
        }

        return null;
    }

    private static FrozenDictionary<string, ImmutableArray<Term>> Read() => Resource.Lines("forbidden.txt")
        .SelectMany(static line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]
            .Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => new Term([.. TokenReader.Read(entry.TrimEnd('*')).Select(static token => token.Folded)], line[..2], line[3..line.IndexOf(':', StringComparison.Ordinal)], entry.EndsWith('*'))))
        .GroupBy(static term => term.Words[0], StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, static group => group.ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>Some words in a row; those marked with a star tease only together with "you".</summary>
    private sealed record Term(ImmutableArray<string> Words, string Language, string Subject, bool NeedsYou)
    {
        private const int Near = 5;
        private const int LongWord = 7;

        private static readonly FrozenSet<string> s_you = new[] { "you", "your", "yours", "yourself", "u", "du", "dein", "deine", "deiner", "deinem", "deinen", "dir", "dich", "tu", "ton", "ta", "tes", "toi", "te", "vous", "votre", "vos", "tus", "ti", "eres", "estas", "tuo", "tua", "tuoi", "tue", "sei", "voce", "teu", "teus", "seu", "sua", "je", "jij", "jou", "jouw", "someone", "people", "person" }.ToFrozenSet(StringComparer.Ordinal);

        public bool StandsAt(SentenceReading sentence, int at)
        {
            if (at + Words.Length > sentence.Count || (!sentence.Wordings.Has(Language) && Words.Length == 1 && Words[0].Length < LongWord))
            {
                return false;
            }

            for (var word = 0; word < Words.Length; word++)
            {
                if (sentence.Tokens[at + word].Folded != Words[word] || sentence.MentionAt(at + word) is { IsSoft: false })
                {
                    return false;
                }
            }

            return !NeedsYou || Enumerable.Range(Math.Max(0, at - Near), Math.Min(sentence.Count, at + Near) - Math.Max(0, at - Near)).Any(near => s_you.Contains(sentence.Tokens[near].Folded));
        }
    }
}
