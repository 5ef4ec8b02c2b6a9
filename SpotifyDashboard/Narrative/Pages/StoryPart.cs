using System.Text.RegularExpressions;

namespace SpotifyDashboard.Narrative.Pages;

/// <summary>A piece of a sentence: plain words, or the name of a mood, which gets its mark.</summary>
/// <param name="Text">The words.</param>
/// <param name="Mood">The mood's number; null for plain words.</param>
public sealed record StoryPart(string Text, int? Mood)
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
        foreach (Match match in Regex.Matches(sentence, $@"(?<!\w)(?:{names})(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, s_patience))
        {
            if (match.Index > done)
            {
                parts.Add(new StoryPart(sentence[done..match.Index], Mood: null));
            }

            parts.Add(new StoryPart(match.Value, moods.First(mood => string.Equals(mood.Key, match.Value, StringComparison.OrdinalIgnoreCase)).Value));
            done = match.Index + match.Length;
        }

        if (done < sentence.Length)
        {
            parts.Add(new StoryPart(sentence[done..], Mood: null));
        }

        return parts;
    }
}
