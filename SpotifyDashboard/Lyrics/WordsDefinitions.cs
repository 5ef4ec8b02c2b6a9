namespace SpotifyDashboard.Lyrics;

/// <summary>How the numbers about words are counted, as the pages say it; the whole is in <c>docs/statistics.md</c>, and a test compares.</summary>
internal static class WordsDefinitions
{
    public const string Themes =
        "Words that are sung often in what you played often, and in few of your other songs: for each song its plays times (1 + the logarithm of how often the word is sung), added up and multiplied by how rare the word is among all your songs whose words are known. Small words and mere sounds are left out, and words of fewer than three songs.";

    public const string Languages =
        "The share of your counted plays by the language of the words, of songs whose words are known. A language is told by its script, or by its small words; where two are close, or the song is short, it can't be told.";

    public const string Mood =
        "Words: some 320 to 420 words each of English, German, Spanish and French tell a mood; a song's value is their mean, from 0 sad to 1 happy, words behind a “not” turned round. A song with fewer than six of them, or fewer than four different ones, has no value. Sound: the audio feature valence. Sad is below 0.4, happy from 0.6 on.";

    public const string Song =
        "The mood of the words is the mean of the words that tell one, from 0 sad to 1 happy; it knows no irony. Found by title, artist and length at LRCLIB; the link to Genius is the page whose title and artist are the same.";
}
