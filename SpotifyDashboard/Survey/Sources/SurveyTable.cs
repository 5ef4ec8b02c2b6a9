using System.Collections.Immutable;

namespace SpotifyDashboard.Survey.Sources;

/// <summary>What a source gave: its columns and rows as they stood there, and the account of what could not be read.</summary>
/// <param name="Title">What the survey is called.</param>
/// <param name="Headers">One for each column, as written.</param>
/// <param name="Rows">The answers of each row, at most as many as there are columns; missing ones at the end are empty.</param>
/// <param name="Read">Rows that stood there below the header, empty and malformed ones included.</param>
/// <param name="Empty">Rows without any answer.</param>
/// <param name="Malformed">Rows that could not be read, by reason.</param>
/// <param name="TimeZone">IANA name of the zone in which its times are told; null where it tells none.</param>
/// <param name="Remark">What the owner should know, in a sentence; null where nothing.</param>
internal sealed record SurveyTable(
    string Title,
    ImmutableArray<string> Headers,
    IReadOnlyList<string[]> Rows,
    int Read,
    int Empty,
    IReadOnlyDictionary<string, int> Malformed,
    string? TimeZone = null,
    string? Remark = null)
{
    /// <summary>Sorts raw rows into answers, empty and malformed ones.</summary>
    /// <param name="title">What the survey is called.</param>
    /// <param name="rows">All rows, the header first; null where a row could not be read.</param>
    /// <exception cref="SurveyException">There is no header.</exception>
    public static SurveyTable Of(string title, IEnumerable<string[]?> rows)
    {
        using var all = rows.GetEnumerator();
        string[]? headers = null;
        while (headers is null && all.MoveNext())
        {
            headers = all.Current is { } first && Array.Exists(first, static cell => !string.IsNullOrWhiteSpace(cell)) ? first : null;
        }

        if (headers is null)
        {
            throw new SurveyException("There is no row with the names of the columns; the first row must hold them.");
        }

        var width = Array.FindLastIndex(headers, static header => !string.IsNullOrWhiteSpace(header)) + 1;
        var kept = new List<string[]>();
        var malformed = new Dictionary<string, int>(StringComparer.Ordinal);
        int read = 0, empty = 0;
        while (all.MoveNext())
        {
            read++;
            if (all.Current is not { } cells)
            {
                Count(malformed, "a quotation mark is never closed");
            }
            else if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                empty++;
            }
            else if (Array.FindLastIndex(cells, static cell => !string.IsNullOrWhiteSpace(cell)) >= width)
            {
                Count(malformed, "more answers than columns");
            }
            else
            {
                kept.Add(cells.Length > width ? cells[..width] : cells);
            }
        }

        return new SurveyTable(title, [.. headers[..width]], kept, read, empty, malformed);
    }

    private static void Count(Dictionary<string, int> reasons, string reason) => reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
}
