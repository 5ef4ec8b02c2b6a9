using System.Text;

namespace SpotifyDashboard.Survey.Sources;

/// <summary>Reads CSV and TSV as programs write them: RFC 4180 with any of four delimiters, any line end (also a bare carriage return), line breaks within quotes.</summary>
/// <remarks>A quotation mark that is never closed costs its row, not the rest of the file: reading goes on with the next line.</remarks>
internal static class DelimitedText
{
    private static readonly char[] s_delimiters = [',', ';', '\t', '|'];

    /// <summary>Characters of a row beyond which an open quotation mark is taken for a slip.</summary>
    private const int LongestRow = 1_000_000;

    /// <summary>The survey in a text.</summary>
    /// <param name="title">What it is called.</param>
    /// <param name="text">The whole file.</param>
    /// <exception cref="SurveyException">It is a web page, or holds no header.</exception>
    public static SurveyTable Read(string title, string text)
    {
        if (IsWebPage(text))
        {
            throw new SurveyException("This is a web page, not a table. Publish the sheet to the web as CSV, or download it as CSV and upload that.");
        }

        return SurveyTable.Of(title, Rows(text, DelimiterOf(text)));
    }

    /// <summary>Whether the text is a web page, a login page for example.</summary>
    public static bool IsWebPage(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 1000)).TrimStart();
        return start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The delimiter that stands most often in the first row outside quotes; a comma where none does.</summary>
    public static char DelimiterOf(string text)
    {
        var counts = new int[s_delimiters.Length];
        var isQuoted = false;
        foreach (var c in text)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && c is '\n' or '\r' && Array.Exists(counts, static count => count > 0))
            {
                break;
            }
            else if (!isQuoted && Array.IndexOf(s_delimiters, c) is >= 0 and var which)
            {
                counts[which]++;
            }
        }

        return s_delimiters[Array.IndexOf(counts, counts.Max())];
    }

    /// <summary>The rows in their order; null for one that could not be read. Blank lines are rows without answers.</summary>
    public static IEnumerable<string[]?> Rows(string text, char delimiter)
    {
        var at = 0;
        while (at < text.Length)
        {
            var begin = at;
            var row = ReadRow(text, delimiter, ref at);
            if (row is null)
            {
                at = EndOfLine(text, begin);
                Step(text, ref at);
            }

            yield return row;
        }
    }

    private static string[]? ReadRow(string text, char delimiter, ref int at)
    {
        var cells = new List<string>();
        var begin = at;
        while (true)
        {
            if (ReadCell(text, delimiter, begin, ref at) is not { } cell)
            {
                return null;
            }

            cells.Add(cell);
            if (at < text.Length && text[at] == delimiter)
            {
                at++;
                continue;
            }

            Step(text, ref at);
            return [.. cells];
        }
    }

    private static string? ReadCell(string text, char delimiter, int rowBegin, ref int at)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var begin = at;
            while (at < text.Length && text[at] != delimiter && text[at] is not ('\n' or '\r'))
            {
                at++;
            }

            return text[begin..at];
        }

        var cell = new StringBuilder();
        at++;
        while (at < text.Length && at - rowBegin < LongestRow)
        {
            if (text[at] != '"')
            {
                cell.Append(text[at++]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at += 2;
            }
            else
            {
                return Tail(text, delimiter, cell, ref at);
            }
        }

        return null;
    }

    /// <summary>What stands between the closing quotation mark and the delimiter: nothing in a proper file, kept in any other.</summary>
    private static string Tail(string text, char delimiter, StringBuilder cell, ref int at)
    {
        at++;
        while (at < text.Length && text[at] != delimiter && text[at] is not ('\n' or '\r'))
        {
            cell.Append(text[at++]);
        }

        return cell.ToString();
    }

    private static int EndOfLine(string text, int at)
    {
        var end = text.AsSpan(at).IndexOfAny('\n', '\r');
        return end < 0 ? text.Length : at + end;
    }

    private static void Step(string text, ref int at)
    {
        if (at < text.Length)
        {
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
        }
    }
}
