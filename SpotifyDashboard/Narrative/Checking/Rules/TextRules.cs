using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Checking.Reading;

namespace SpotifyDashboard.Narrative.Checking.Rules;

/// <summary>What any text of a story must keep to, whatever its facts.</summary>
internal static class TextRules
{
    private const int LongestTitle = 90;
    private const int LongestDescription = 1500;
    private const int LongestRoast = 400;
    private const int LongestRead = 4000;

    /// <summary>What is wrong with a part as a whole.</summary>
    public static ImmutableArray<CheckFault> OfPart(TextPart part, string text)
    {
        var longest = part switch { TextPart.Title => LongestTitle, TextPart.Roast => LongestRoast, _ => LongestDescription };
        return text.Length == 0 ? [new CheckFault(part, "", "", $"The {NameOf(part)} is empty.")]
            : text.Length > longest ? [new CheckFault(part, text[..Math.Min(text.Length, LongestTitle)], "", $"The {NameOf(part)} has {text.Length} characters; at most {longest} are allowed.")]
            : [];
    }

    /// <summary>Whether a part is so long that it is refused unread.</summary>
    public static bool IsTooLongToRead(string text) => text.Length > LongestRead;

    /// <summary>What no sentence may say.</summary>
    public static ImmutableArray<CheckFault> OfSentence(TextPart part, SentenceReading sentence)
    {
        return [];
    }

    private static string NameOf(TextPart part) => part.ToString().ToLowerInvariant();
}
