using System.Collections.Frozen;
using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Checking.Wording;

namespace SpotifyDashboard.Narrative.Checking.Rules;

/// <summary>Finds remarks about people by a trait: "an old white man". Alone the words are harmless, as in "old songs". The lists are in Resources/person-traits.txt.</summary>
internal static class PersonTraits
{
    private static readonly FrozenDictionary<string, (FrozenSet<string> Traits, FrozenSet<string> People)> s_words = Read();

    /// <summary>The first such remark of a sentence; null where there is none.</summary>
    public static string? In(SentenceReading sentence) => s_words
        .Where(language => sentence.Wordings.Has(language.Key))
        .Select(language => In(sentence, language.Value.Traits, language.Value.People))
        .FirstOrDefault(static words => words is not null);

    /// <summary>A person with a trait on either side: some languages put it before, some behind.</summary>
    private static string? In(SentenceReading sentence, FrozenSet<string> traits, FrozenSet<string> people)
    {
        for (var at = 1; at < sentence.Count; at++)
        {
            if ((IsOneOf(at, people) && IsOneOf(at - 1, traits)) || (IsOneOf(at, traits) && IsOneOf(at - 1, people)))
            {
                return sentence.Words(at - 1, at + 1);
            }
        }

        return null;

        bool IsOneOf(int token, FrozenSet<string> words) => words.Contains(sentence.Tokens[token].Folded) && sentence.MentionAt(token) is not { IsSoft: false };
    }

    private static FrozenDictionary<string, (FrozenSet<string> Traits, FrozenSet<string> People)> Read() => Resource.Lines("person-traits.txt")
        .Select(static line => (Language: line[..2], IsTraits: line[3..].StartsWith("traits", StringComparison.Ordinal), Words: WordsOf(line)))
        .GroupBy(static line => line.Language, StringComparer.Ordinal)
        .ToFrozenDictionary(
            static lines => lines.Key,
            static lines => (lines.Single(static line => line.IsTraits).Words, lines.Single(static line => !line.IsTraits).Words),
            StringComparer.Ordinal);

    private static FrozenSet<string> WordsOf(string line) => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]
        .Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(static word => TokenReader.Read(word)[0].Folded)
        .ToFrozenSet(StringComparer.Ordinal);
}
