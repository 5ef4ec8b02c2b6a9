using System.Buffers;
using System.Globalization;
using System.Text;

namespace SpotifyDashboard.Session.Csv;

/// <summary>Writes a <see cref="CsvTable"/> (RFC 4180, UTF-8 with a byte order mark, without which Excel takes it for another encoding).</summary>
/// <remarks>
/// A text that a spreadsheet would run as a formula is preceded by an apostrophe (OWASP, "CSV injection"); numbers stay numbers.
/// </remarks>
public static class CsvFile
{
    /// <summary>What a CSV is called over HTTP.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: true);
    private static readonly SearchValues<char> s_quoted = SearchValues.Create(",\"\r\n");

    /// <summary>Writes row by row, so that the length of the table costs no memory.</summary>
    public static async Task WriteAsync(Stream stream, CsvTable table, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(stream, s_encoding, leaveOpen: true);
        foreach (var line in LinesOf(table))
        {
            await text.WriteAsync(line.AsMemory(), cancellationToken);
        }
    }

    /// <summary>The whole file, for a table of what is on screen.</summary>
    public static byte[] ToBytes(CsvTable table) => [.. s_encoding.Preamble, .. s_encoding.GetBytes(string.Concat(LinesOf(table)))];

    private static IEnumerable<string> LinesOf(CsvTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Rows.Select(LineOf).Prepend(LineOf(table.Columns));
    }

    private static string LineOf(IEnumerable<object?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => Text(text),
        bool flag => flag ? "true" : "false",
        DateTimeOffset moment => moment.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Text(value.ToString() ?? ""),
    };

    private static string Text(string text)
    {
        if (text.Length == 0)
        {
            return "";
        }

        var harmless = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return harmless.AsSpan().ContainsAny(s_quoted) ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
