using System.Text;
using System.Text.RegularExpressions;

namespace SpotifyDashboard.Survey.Columns;

/// <summary>Makes one plain line of what stands in a cell.</summary>
internal static partial class CellText
{
    /// <summary>Characters beyond which an answer is cut: nobody's favourite song has more.</summary>
    public const int Longest = 500;

    private static readonly string[] s_errors = ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#ERROR!"];

    /// <summary>The text without control characters and outer white space, inner white space as single spaces; empty for the errors of a spreadsheet.</summary>
    public static string Clean(string cell)
    {
        if (cell.Length == 0 || IsClean(cell))
        {
            return Array.Exists(s_errors, error => error == cell) ? "" : cell;
        }

        var text = new StringBuilder(Math.Min(cell.Length, Longest));
        foreach (var rune in cell.EnumerateRunes())
        {
            if (text.Length >= Longest)
            {
                break;
            }

            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (text.Length > 0 && text[^1] != ' ' && rune.Value != 0)
                {
                    text.Append(' ');
                }
            }
            else if (Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Format)
            {
                text.Append(rune.ToString());
            }
        }

        var clean = text.ToString().TrimEnd();
        return Array.Exists(s_errors, error => error == clean) ? "" : clean;
    }

    /// <summary>The text with what looks like an e-mail address taken out.</summary>
    public static string WithoutMail(string cell) => cell.Contains('@', StringComparison.Ordinal) ? CellText.Clean(Mail().Replace(cell, " ")) : cell;

    private static bool IsClean(string cell)
    {
        if (cell.Length > Longest || cell[0] == ' ' || cell[^1] == ' ')
        {
            return false;
        }

        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] is < ' ' or > '~' || (cell[i] == ' ' && cell[i - 1] == ' '))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"[^\s@<>""]{1,64}@[^\s@<>""]{1,190}\.[^\s@<>""]{1,60}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mail();
}
