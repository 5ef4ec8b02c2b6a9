using System.Buffers;
using System.Globalization;
using System.Text;

namespace SpotifyDashboard.Statistics;

/// <summary>Writes the history as CSV (RFC 4180, UTF-8), row by row, so that its length costs no memory.</summary>
internal static class HistoryCsv
{
    private const string Header = "id,startedAt,endedAt,msPlayed,trackId,title,artist,album,source,contextUri,counted\r\n";
    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly SearchValues<char> s_quoted = SearchValues.Create(",\"\r\n");

    public static async Task WriteAsync(Stream stream, IEnumerable<HistoryItem> items, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await text.WriteAsync(Header);
        foreach (var item in items)
        {
            await text.WriteAsync(RowOf(item).AsMemory(), cancellationToken);
        }
    }

    private static string RowOf(HistoryItem item) => string.Join(
        ',',
        item.Id.ToString(CultureInfo.InvariantCulture),
        item.StartedAt.ToString(MomentFormat, CultureInfo.InvariantCulture),
        item.EndedAt.ToString(MomentFormat, CultureInfo.InvariantCulture),
        item.MsPlayed.ToString(CultureInfo.InvariantCulture),
        Field(item.TrackId),
        Field(item.Title),
        Field(item.Artist),
        Field(item.Album),
        item.Source,
        Field(item.ContextUri),
        item.Counted ? "true" : "false") + "\r\n";

    private static string Field(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        // A title that begins with "=" must stay text when a spreadsheet opens the file.
        var harmless = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return harmless.AsSpan().ContainsAny(s_quoted) ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
