using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SpotifyDashboard.Narrative.Checking.Reading;

namespace SpotifyDashboard.Narrative.Checking.Rules;

/// <summary>What any text of a story must keep to, whatever its facts.</summary>
internal static partial class TextRules
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
            : text.Length > longest ? [new CheckFault(part, text[..Math.Min(text.Length, LongestTitle)], "", string.Create(CultureInfo.InvariantCulture, $"The {NameOf(part)} has {text.Length} characters; at most {longest} are allowed."))]
            : [];
    }

    /// <summary>Whether a part is so long that it is refused unread.</summary>
    public static bool IsTooLongToRead(string text) => text.Length > LongestRead;

    /// <summary>What no sentence may say. Names of the facts may: a track may be called what it likes.</summary>
    public static ImmutableArray<CheckFault> OfSentence(TextPart part, SentenceReading sentence)
    {
        var faults = ImmutableArray.CreateBuilder<CheckFault>();
        var own = WithoutNames(sentence);
        foreach (var (pattern, reason) in Patterns())
        {
            if (pattern.Match(own) is { Success: true } match)
            {
                faults.Add(new CheckFault(part, sentence.Text, match.Value.Trim(), reason));
            }
        }

        if (HiddenIn(own) is { } hidden)
        {
            faults.Add(new CheckFault(part, sentence.Text, hidden, "A story has no control characters and no marks that turn the direction of text."));
        }

        if (ForbiddenTerms.In(sentence) is var (words, subject))
        {
            faults.Add(new CheckFault(part, sentence.Text, words, $"\"{words}\" touches {subject}; a story teases about listening only."));
        }

        if (PersonTraits.In(sentence) is { } remark)
        {
            faults.Add(new CheckFault(part, sentence.Text, remark, $"\"{remark}\" is a remark about people; a story teases about listening only."));
        }

        return faults.ToImmutable();
    }

    private static IEnumerable<(Regex Pattern, string Reason)> Patterns() =>
    [
        (Address(), "A story has no web or mail addresses."),
        (Markup(), "A story is plain text, without HTML, Markdown or code."),
        (Telephone(), "A story has no telephone numbers."),
        (Lyrics(), "A story quotes no lyrics."),
    ];

    /// <summary>The sentence with every name of the facts replaced by as many letters.</summary>
    private static string WithoutNames(SentenceReading sentence)
    {
        var own = sentence.Text.ToCharArray();
        foreach (var mention in sentence.Mentions)
        {
            own.AsSpan(sentence.Tokens[mention.Start].Start..sentence.Tokens[mention.End - 1].End).Fill('x');
        }

        return new string(own);
    }

    private static string? HiddenIn(string text)
    {
        foreach (var character in text)
        {
            if (char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
                || (char.GetUnicodeCategory(character) == UnicodeCategory.Format && character is not ('\u200d' or '\u200c' or '\u00ad')))
            {
                return string.Create(CultureInfo.InvariantCulture, $"U+{(int)character:X4}");
            }
        }

        return null;
    }

    private static string NameOf(TextPart part) => part.ToString().ToLowerInvariant();

    [GeneratedRegex(@"https?:|www\.|\b[\w-]+\.(com|net|org|io|de|fr|co|app|dev|info|me|ly|gg|tv|uk|eu|xyz)\b|[\w.+-]+@[\w-]+\.\w+|\b(javascript|mailto|data):", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"</?[a-z!][^>]*>|&[a-z]{2,8};|&#x?[0-9a-f]+;|\*\*|__|`|^\s*(#{1,6}|[-*+>])\s+\S|\]\(|\{\{|\$\{|[{}<>\\]|=>|\[[^\]]*\]\[", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\+\d[\d ()/.-]{6,}\d|\(\d{3}\) ?\d{3}-\d{4}|\b\d{3}-\d{3}-\d{4}\b|\b\d{3}-\d{4}\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"[♪♫🎵🎶].{8,}[♪♫🎵🎶]|(\S+ / ){2,}\S+|\bla la la\b|\bna na na\b|\b(goes like this|sings|singt|chante|canta):? [""“„«]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lyrics();
}
