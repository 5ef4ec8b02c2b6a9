using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Narrative.Checking.Reading;

namespace SpotifyDashboard.Narrative.Checking.Wording;

/// <summary>The words of one language that claims are made of.</summary>
/// <remarks>
/// A lexicon is a text file in Resources: one line a kind, <c>kind: phrase=value | phrase</c>; a phrase without a value takes that of
/// <c>kind value: …</c>. A phrase ending in ^ counts with a capital only, one in + only written onto a number.
/// </remarks>
internal sealed class Lexicon
{
    private static readonly ConcurrentDictionary<string, Lexicon> s_loaded = new(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, ImmutableArray<Phrase>> _phrases;

    private Lexicon(string language, IEnumerable<Phrase> phrases)
    {
        Language = language;
        _phrases = phrases
            .GroupBy(static phrase => phrase.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(static group => group.Key, static group => group.OrderByDescending(static phrase => phrase.Words.Length).ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>Two-letter codes of the languages that are known, English first.</summary>
    public static ImmutableArray<string> Languages { get; } = ["en", "de", "fr", "es", "it", "pt", "nl"];

    /// <summary>Two-letter code.</summary>
    public string Language { get; }

    /// <summary>The lexicon of a language.</summary>
    /// <param name="language">One of <see cref="Languages"/>.</param>
    public static Lexicon Of(string language) => s_loaded.GetOrAdd(language, static code => new Lexicon(code, Parse(Resource.Lines($"{code}.txt"))));

    /// <summary>The phrases that start with a word, longest first.</summary>
    public ImmutableArray<Phrase> StartingWith(string word) => _phrases.TryGetValue(word, out var phrases) ? phrases : [];

    /// <summary>Whether the word is among those that only this language's grammar uses.</summary>
    public bool IsCommon(string word) => StartingWith(word).Any(static phrase => phrase.Meaning.Kind == MeaningKind.Common && phrase.Words.Length == 1);

    private static IEnumerable<Phrase> Parse(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var (head, list) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            var heading = head.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var kind = Enum.Parse<MeaningKind>(heading[0]);
            foreach (var entry in list.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = entry.Split('=');
                var value = parts.Length > 1 ? parts[1] : heading.Length > 1 ? heading[1] : "";
                var number = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : double.NaN;
                var words = TokenReader.Read(parts[0].TrimEnd('^', '+')).Select(static token => token.Folded).ToImmutableArray();
                yield return new Phrase(words, new Meaning(kind, value, number), parts[0].EndsWith('^'), parts[0].EndsWith('+'));
            }
        }
    }
}
