namespace SpotifyDashboard.Lyrics.Reading;

/// <summary>Finds the words that say what songs are about.</summary>
internal static class ThemeWords
{
    private const int FewestLetters = 3;
    private const char LastLatin = '\u024F';

    private static readonly string[] s_endings = ["'s", "'re", "'ve", "'ll", "'m", "'d", "n't"];

    /// <summary>The words of a song without its language's small words and mere sounds, with how often each is sung.</summary>
    /// <param name="words">All its words in order.</param>
    /// <param name="language">Their language. Where it is unknown, the small words of no language count; where it has no list of them, nothing is said.</param>
    public static IReadOnlyDictionary<string, int> In(IReadOnlyList<string> words, SungLanguage? language)
    {
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        if (language is not null && StopWords.Of(language.Code).Count == 0)
        {
            return times;
        }

        foreach (var sung in words)
        {
            if (StopWords.IsSound(sung) || IsSmall(sung, language))
            {
                continue;
            }

            var word = Bare(sung);
            if (word.Length >= FewestLetters && word.All(static c => c <= LastLatin) && !StopWords.IsSound(word) && !IsSmall(word, language))
            {
                times[word] = times.GetValueOrDefault(word) + 1;
            }
        }

        return times;
    }

    private static bool IsSmall(string word, SungLanguage? language) =>
        language is null ? StopWords.Languages.Any(code => StopWords.Of(code).Contains(word)) : StopWords.Of(language.Code).Contains(word);

    /// <summary>Without what is joined by an apostrophe: "heart's" is "heart", "l'amour" is "amour".</summary>
    private static string Bare(string word)
    {
        var apostrophe = word.LastIndexOf('\'');
        if (apostrophe < 0)
        {
            return word;
        }

        return Array.Find(s_endings, ending => word.EndsWith(ending, StringComparison.Ordinal)) is { } ending ? word[..^ending.Length] : word[(apostrophe + 1)..];
    }
}
