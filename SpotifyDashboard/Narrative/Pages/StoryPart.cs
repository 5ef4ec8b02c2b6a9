using System.Text.RegularExpressions;

namespace SpotifyDashboard.Narrative.Pages;

/// <summary>A piece of a sentence: plain words, or the name of a mood, which gets its mark.</summary>
/// <param name="Text">The words.</param>
/// <param name="Mood">The mood's number; null for plain words.</param>
/// <param name="Lead">A quotation mark or bracket that opens before the name and stays on its line; else empty.</param>
public sealed record StoryPart(string Text, int? Mood, string Lead = "")
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    /// <summary>Splits a sentence at the names of moods; the pieces in order give the sentence again.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="moods">Names of moods with their numbers.</param>
    public static IReadOnlyList<StoryPart> Split(string sentence, IReadOnlyDictionary<string, int> moods)
    {
        if (moods.Count == 0)
        {
            return [new StoryPart(sentence, Mood: null)];
        }

        // The longest first: a mood may be called as another begins.
        var names = string.Join('|', moods.Keys.OrderByDescending(static name => name.Length).Select(Regex.Escape));
        List<StoryPart> parts = [];
        var done = 0;
        foreach (Match match in Regex.Matches(sentence, $@"(?<lead>[“„«‘‚""(]?)(?<!\w)(?<name>{names})(?!\w)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, s_patience))
        {
            if (match.Index > done)
            {
                parts.Add(new StoryPart(sentence[done..match.Index], Mood: null));
            }

            var name = match.Groups["name"].Value;
            parts.Add(new StoryPart(name, moods.First(mood => string.Equals(mood.Key, name, StringComparison.OrdinalIgnoreCase)).Value, match.Groups["lead"].Value));
            done = match.Index + match.Length;
        }

        if (done < sentence.Length)
        {
            parts.Add(new StoryPart(sentence[done..], Mood: null));
        }

        return parts;
    }
}
