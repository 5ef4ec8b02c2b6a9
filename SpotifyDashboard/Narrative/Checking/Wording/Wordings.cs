using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Narrative.Checking.Reading;

namespace SpotifyDashboard.Narrative.Checking.Wording;

/// <summary>The lexicons in which a sentence is read: that of the story's language, and that of its own where it seems to be another.</summary>
internal sealed class Wordings
{
    private const int LeastForeignWords = 2;
    private const int ShortestForeignNumber = 4;

    private readonly ImmutableArray<Lexicon> _lexicons;

    private Wordings(ImmutableArray<Lexicon> lexicons) => _lexicons = lexicons;

    /// <summary>Whether it is read as English.</summary>
    public bool HasEnglish => Has("en");

    /// <summary>English alone, the language of facts.</summary>
    public static Wordings English { get; } = new([Lexicon.Of("en")]);

    /// <summary>Whether it is read in a language.</summary>
    public bool Has(string language) => _lexicons.Any(lexicon => lexicon.Language == language);

    /// <summary>The lexicons for a sentence.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="culture">The story's language; one that is not known is read as English.</param>
    public static Wordings For(IReadOnlyList<Token> tokens, CultureInfo culture)
    {
        var own = Lexicon.Languages.Contains(culture.TwoLetterISOLanguageName) ? culture.TwoLetterISOLanguageName : "en";
        var ownWords = CommonWords(tokens, own);
        var (other, otherWords) = Lexicon.Languages.Where(language => language != own).Select(language => (language, Words: CommonWords(tokens, language))).MaxBy(static pair => pair.Words);
        return otherWords >= LeastForeignWords && otherWords > ownWords ? new Wordings([Lexicon.Of(own), Lexicon.Of(other)]) : new Wordings([Lexicon.Of(own)]);
    }

    /// <summary>The longest phrase that starts at a token; null where none does.</summary>
    public Item? At(IReadOnlyList<Token> tokens, int at)
    {
        var (longest, meanings) = (0, ImmutableArray.CreateBuilder<Meaning>());
        foreach (var lexicon in _lexicons)
        {
            foreach (var phrase in lexicon.StartingWith(tokens[at].Folded))
            {
                if (phrase.Words.Length >= longest && phrase.Meaning.Kind != MeaningKind.Common && Matches(tokens, at, phrase))
                {
                    if (phrase.Words.Length > longest)
                    {
                        (longest, meanings) = (phrase.Words.Length, ImmutableArray.CreateBuilder<Meaning>());
                    }

                    meanings.Add(phrase.Meaning);
                }
            }
        }

        if (longest > 0)
        {
            return new Item(at, at + longest, meanings.ToImmutable());
        }

        return tokens[at].Kind == TokenKind.Word && NumberIn(tokens[at].Folded) is { } number ? new Item(at, at + 1, [new Meaning(MeaningKind.Number, "", number)]) : null;
    }

    private static int CommonWords(IReadOnlyList<Token> tokens, string language)
    {
        var lexicon = Lexicon.Of(language);
        return tokens.Count(token => token.Kind == TokenKind.Word && lexicon.IsCommon(token.Folded));
    }

    private static bool Matches(IReadOnlyList<Token> tokens, int at, Phrase phrase)
    {
        if (at + phrase.Words.Length > tokens.Count || (phrase.NeedsCapital && !HasTellingCapital(tokens, at)) || (phrase.NeedsNumber && (at == 0 || tokens[at].HasSpaceBefore || tokens[at - 1].Kind != TokenKind.Number)))
        {
            return false;
        }

        for (var word = 0; word < phrase.Words.Length; word++)
        {
            if (tokens[at + word].Folded != phrase.Words[word])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first word of a sentence has a capital whatever it is; before a number it is a month all the same.</summary>
    private static bool HasTellingCapital(IReadOnlyList<Token> tokens, int at) => tokens[at].IsCapital && (at > 0 || (tokens.Count > 1 && tokens[1].Kind == TokenKind.Number));

    /// <summary>A number written as one word, and number words of the other languages where they cannot be words of this one.</summary>
    private double? NumberIn(string word)
    {
        foreach (var language in Lexicon.Languages)
        {
            if (CompoundNumbers.Read(language, word) is { } compound && (Has(language) || word.Length > ShortestForeignNumber))
            {
                return HasEnglish && Vocabulary.IsEnglish(word) ? null : compound;
            }
        }

        if (word.Length < ShortestForeignNumber || (HasEnglish && Vocabulary.IsEnglish(word)))
        {
            return null;
        }

        return Lexicon.Languages.Where(language => !Has(language))
            .SelectMany(language => Lexicon.Of(language).StartingWith(word))
            .FirstOrDefault(static phrase => phrase is { Words.Length: 1, NeedsCapital: false, Meaning: { Kind: MeaningKind.Number, Number: >= 2 } })?.Meaning.Number;
    }
}
