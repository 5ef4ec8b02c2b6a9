using System.Globalization;
using System.Text;
using System.Xml;

namespace SpotifyDashboard.Statistics.Cards;

/// <summary>Makes foreign names fit for a picture: nothing that XML can't hold, nothing that turns the text around, never wider than its place.</summary>
/// <remarks>
/// No font is known here, so widths are guessed from Unicode, on the wide side of what system fonts have; what is wider still is cut by
/// the picture itself (<see cref="CardCanvas"/>).
/// </remarks>
public static class CardText
{
    private const int LongestName = 200;
    private const int MostMarks = 3;
    private const string Ellipsis = "…";

    /// <summary>A name on one line; <paramref name="otherwise"/> where nothing of it can be shown.</summary>
    public static string Clean(string text, string otherwise)
    {
        var clean = new StringBuilder();
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= LongestName)
            {
                break;
            }

            // No script needs more above and below one letter; beyond, it is a tower.
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                clean.Append(clean.Length > 0 && clean[^1] != ' ' ? " " : "");
            }
            else if (marks <= MostMarks && IsShown(rune))
            {
                clean.Append(rune);
            }
        }

        var trimmed = clean.ToString().Trim();
        return trimmed.Length == 0 ? otherwise : trimmed;
    }

    /// <summary>The width of <paramref name="text"/> in a bold system font of <paramref name="size"/> pixels, rather too wide than too narrow.</summary>
    public static double Width(string text, double size)
    {
        var em = 0d;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            // What is joined to one character (an emoji of four people) is as wide as its widest part.
            em += elements.GetTextElement().EnumerateRunes().Max(EmOf);
        }

        return em * size;
    }

    /// <summary>As much of <paramref name="text"/> as fits, whole characters as people count them, with an ellipsis where it was cut.</summary>
    public static string Fit(string text, double size, double width)
    {
        if (Width(text, size) <= width)
        {
            return text;
        }

        var fitting = new StringBuilder();
        var left = width - Width(Ellipsis, size);
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext() && (left -= Width(elements.GetTextElement(), size)) >= 0)
        {
            fitting.Append(elements.GetTextElement());
        }

        return fitting.ToString().TrimEnd() + Ellipsis;
    }

    /// <summary>Keeps the direction of a name to itself, so that what stands beside it stays where it is.</summary>
    public static string Isolate(string text) => $"\u2068{text}\u2069";

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D, // joiners belong to words and emoji; the rest turns or hides text
        UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate => false,
        _ => rune != Rune.ReplacementChar && (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)),
    };

    private static double EmOf(Rune rune) => rune.Value switch
    {
        0x200C or 0x200D => 0,
        ' ' => 0.36,
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or '’' => 0.42,
        'f' or 't' or 'r' or '(' or ')' or '[' or ']' or '-' or '/' or '·' => 0.52,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '—' or '…' => 1.06,
        < 0x250 when Rune.IsUpper(rune) => 0.82,
        < 0x250 => 0.7,
        _ => BeyondLatin(rune),
    };

    private static double BeyondLatin(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        _ when rune.Value is >= 0x1F000 => 1.4,
        _ when rune.Value is (>= 0x2190 and <= 0x2BFF) or >= 0x20000 => 1.3,
        _ when rune.Value is (>= 0x1100 and <= 0x11FF) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7FF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFF60) => 1.05,
        _ when rune.Value is (>= 0x0370 and <= 0x052F) or (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFEFC) => 0.85,
        _ => 1.1,
    };
}
