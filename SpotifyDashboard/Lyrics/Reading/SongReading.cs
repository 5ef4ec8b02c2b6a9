namespace SpotifyDashboard.Lyrics.Reading;

/// <summary>What was made out of the words of one song.</summary>
/// <param name="Language">In which language they are; null where it can't be told.</param>
/// <param name="Mood">How they feel; null where the language has no list, or too few words are on it.</param>
/// <param name="Themes">The words that say what it is about, with how often each is sung.</param>
internal sealed record SongReading(SungLanguage? Language, LyricsMood? Mood, IReadOnlyDictionary<string, int> Themes)
{
    /// <summary>Reads the words of a song.</summary>
    public static SongReading Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] words = [.. SungWords.Of(text)];
        var language = LanguageDetector.Tell(text, words);
        var list = language is null ? null : MoodWords.Of(language.Code);
        return new SongReading(language, list is null ? null : LyricsMood.Of(words, list), ThemeWords.In(words, language));
    }
}
