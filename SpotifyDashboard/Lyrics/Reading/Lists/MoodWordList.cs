using System.Collections.Frozen;

namespace SpotifyDashboard.Lyrics.Reading.Lists;

/// <summary>Words of one language that tell a mood, written for this program.</summary>
/// <param name="Language">BCP 47 code.</param>
/// <param name="Values">Each word in its basic form with how it feels, −1 to 1.</param>
/// <param name="Negators">Words that turn what follows into its opposite.</param>
/// <param name="Endings">What a word may carry beyond its basic form, and what stands in its place, the longest first.</param>
internal sealed record MoodWordList(string Language, FrozenDictionary<string, double> Values, FrozenSet<string> Negators, IReadOnlyList<(string Ending, string Instead)> Endings)
{
    private const double Strong = 1;
    private const double Mild = 0.5;

    /// <summary>Letters that must remain of a word whose ending is taken off.</summary>
    private const int FewestLetters = 3;

    /// <summary>How a word feels; null where it is on no list.</summary>
    public double? ValueOf(string word)
    {
        if (Values.TryGetValue(word, out var value))
        {
            return value;
        }

        foreach (var (ending, instead) in Endings)
        {
            if (word.Length - ending.Length >= FewestLetters && word.EndsWith(ending, StringComparison.Ordinal) && Values.TryGetValue(string.Concat(word.AsSpan(0, word.Length - ending.Length), instead), out value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Reads a list from texts with words between blanks.</summary>
    public static MoodWordList Read(
        string language, (string VeryGood, string Good, string Bad, string VeryBad) words, string negators, params (string Ending, string Instead)[] endings)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (text, value) in new[] { (words.VeryGood, Strong), (words.Good, Mild), (words.Bad, -Mild), (words.VeryBad, -Strong) })
        {
            foreach (var word in Split(text))
            {
                values.Add(word, value);
            }
        }

        return new MoodWordList(
            language,
            values.ToFrozenDictionary(StringComparer.Ordinal),
            Split(negators).ToFrozenSet(StringComparer.Ordinal),
            [.. endings.OrderByDescending(static ending => ending.Ending.Length)]);
    }

    private static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
