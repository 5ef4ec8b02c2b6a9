using System.Text;
using System.Text.RegularExpressions;

namespace SpotifyDashboard.Providers.Lyrics;

/// <summary>Brings the words of a song into one form.</summary>
internal static partial class SungText
{
    /// <summary>Characters beyond which a text is no song's: the longest in print have a third of it.</summary>
    public const int Longest = 30_000;

    /// <summary>The text line by line without control characters, outer blanks and more than one empty line in a row; null where nothing is left, or far too much.</summary>
    public static string? Tidy(string? plain)
    {
        if (plain is null || plain.Length > Longest)
        {
            return null;
        }

        var text = new StringBuilder(plain.Length);
        foreach (var raw in plain.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r', '\u2028', '\u2029'))
        {
            var line = Clean(raw);
            if (line.Length > 0 || (text.Length > 1 && text[^2] != '\n'))
            {
                text.Append(line).Append('\n');
            }
        }

        var tidy = text.ToString().TrimEnd();
        return tidy.Length == 0 ? null : tidy;
    }

    /// <summary>The words of a text in which every line begins with its time.</summary>
    public static string? OfSynced(string? synced) => synced is null || synced.Length > 2 * Longest ? null : Tidy(Times().Replace(synced, ""));

    private static string Clean(string line)
    {
        var clean = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            // A lone half of a character comes as the replacement character, which says nothing.
            if (rune == Rune.ReplacementChar)
            {
                continue;
            }

            clean.Append(Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        }

        return clean.ToString().Trim();
    }

    [GeneratedRegex(@"^[ \t]*(?:\[[^\]\n]*\][ \t]*)+|<\d+:[\d.]+>", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Times();
}
