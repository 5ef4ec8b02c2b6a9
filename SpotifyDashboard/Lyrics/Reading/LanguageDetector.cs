using System.Buffers;
using System.Collections.Frozen;

namespace SpotifyDashboard.Lyrics.Reading;

/// <summary>Tells the language of a song by its script, and among languages in Latin letters by their small words; says nothing where it is not sure.</summary>
internal static class LanguageDetector
{
    /// <summary>Below so many words no language in Latin letters is told.</summary>
    public const int FewestWords = 12;

    /// <summary>Small words of the language that must occur, different ones: a song of one repeated line says too little.</summary>
    private const int FewestSmallWords = 4;

    /// <summary>Share of the words, at least, that are small words of the language.</summary>
    private const double LeastShare = 0.12;

    /// <summary>How far the next language must lie behind: closer ones are neighbours or a song in two languages.</summary>
    private const double Lead = 1.25;

    /// <summary>Share of the letters, at least, that are of a script.</summary>
    private const double LeastScript = 0.5;

    private const double LeastKana = 0.05;

    private static readonly SearchValues<char> s_russian = SearchValues.Create("ыэёЫЭЁ");
    private static readonly SearchValues<char> s_ukrainian = SearchValues.Create("їєґЇЄҐ");
    private static readonly SearchValues<char> s_otherCyrillic = SearchValues.Create("іўІЎ");

    /// <summary>In how many lists each small word stands: one of several languages tells less.</summary>
    private static readonly FrozenDictionary<string, int> s_listings = StopWords.Languages
        .SelectMany(static language => StopWords.Of(language))
        .GroupBy(static word => word, StringComparer.Ordinal)
        .ToFrozenDictionary(static word => word.Key, static word => word.Count(), StringComparer.Ordinal);

    /// <summary>The language of a text; null where it can't be told.</summary>
    /// <param name="text">The words of a song.</param>
    /// <param name="words">The same cut into words.</param>
    public static SungLanguage? Tell(string text, IReadOnlyList<string> words)
    {
        var letters = Letters.Count(text);
        if (letters.All == 0)
        {
            return null;
        }

        return letters switch
        {
            _ when letters.Share(letters.Kana) >= LeastKana && letters.Share(letters.Kana + letters.Han) >= LeastScript => SungLanguage.Japanese,
            _ when letters.Share(letters.Hangul) >= LeastScript => SungLanguage.Korean,
            _ when letters.Share(letters.Han) >= LeastScript => SungLanguage.Chinese,
            _ when letters.Share(letters.Greek) >= LeastScript => SungLanguage.Greek,
            _ when letters.Share(letters.Hebrew) >= LeastScript => SungLanguage.Hebrew,
            _ when letters.Share(letters.Thai) >= LeastScript => SungLanguage.Thai,
            _ when letters.Share(letters.Cyrillic) >= LeastScript => OfCyrillic(text),
            _ when letters.Share(letters.Latin) >= LeastScript => OfLatin(words),
            _ => null,
        };
    }

    /// <summary>Russian and Ukrainian each have letters that the other lacks; Bulgarian, Serbian and others have none that tell them.</summary>
    private static SungLanguage? OfCyrillic(string text) => (text.AsSpan().ContainsAny(s_russian), text.AsSpan().ContainsAny(s_ukrainian)) switch
    {
        (true, false) when !text.AsSpan().ContainsAny(s_otherCyrillic) => SungLanguage.Russian,
        (false, true) => SungLanguage.Ukrainian,
        _ => null,
    };

    private static SungLanguage? OfLatin(IReadOnlyList<string> words)
    {
        var sung = words.Where(static word => !StopWords.IsSound(word)).ToList();
        if (sung.Count < FewestWords)
        {
            return null;
        }

        var ranked = StopWords.Languages
            .Select(language => (Language: language, Small: sung.Where(StopWords.Of(language).Contains).ToList()))
            .Select(found => (found.Language, Different: found.Small.Distinct(StringComparer.Ordinal).Count(), Share: (double)found.Small.Count / sung.Count, Score: found.Small.Sum(static word => 1.0 / s_listings[word])))
            .OrderByDescending(static found => found.Score)
            .ThenBy(static found => found.Language, StringComparer.Ordinal)
            .ToList();
        var (best, next) = (ranked[0], ranked[1]);
        return best.Different >= FewestSmallWords && best.Share >= LeastShare && best.Score >= Lead * next.Score
            ? SungLanguage.All.Single(language => language.Code == best.Language)
            : null;
    }
}
