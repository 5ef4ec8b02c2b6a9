using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.GoogleSheets;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Survey.Columns;

namespace SpotifyDashboard.Survey.Sources;

/// <summary>Reads the answers of a form from a Google Sheet: finds the tab, then page by page.</summary>
internal sealed partial class SheetSource(GoogleSheetsClient client, IOptions<SheetOptions> options)
{
    /// <summary>The whole survey.</summary>
    /// <exception cref="ProviderException">It can't be read; the message says what mends it.</exception>
    /// <exception cref="SurveyException">There is no table in it.</exception>
    public async Task<SurveyTable> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadOnceAsync(cancellationToken);
        }
        catch (ProviderException gone) when (gone.Failure == Failure.NotFound)
        {
            // Renamed between two calls: the tabs are read anew, once.
            return await ReadOnceAsync(cancellationToken);
        }
    }

    /// <summary>Whether this names a tab, columns or both; empty names neither and will do.</summary>
    public static bool IsRange(string range) => A1().IsMatch(range.Trim());

    private async Task<SurveyTable> ReadOnceAsync(CancellationToken cancellationToken)
    {
        var wanted = A1().Match(options.Value.Range.Trim());
        var info = await client.GetInfoAsync(cancellationToken);
        var (tab, remark) = await ChooseAsync(info, TabIn(wanted), cancellationToken);
        (string, string)? columns = wanted.Groups["from"].Success ? (wanted.Groups["from"].Value.ToUpperInvariant(), wanted.Groups["to"].Value.ToUpperInvariant()) : null;
        var rows = new List<string[]>();
        for (var first = 1; first <= tab.Rows; first += GoogleSheetsClient.MostRows)
        {
            var page = await client.GetRowsAsync(tab, columns, first, cancellationToken);
            if (page.Count == 0)
            {
                break;
            }

            // A page leaves out its empty end; where more follows, those rows stand between.
            rows.AddRange(Enumerable.Repeat(Array.Empty<string>(), first - 1 - rows.Count));
            rows.AddRange(page);
        }

        return SurveyTable.Of(info.Title, rows) with { TimeZone = info.TimeZone, Remark = remark };
    }

    private async Task<(SheetTab Tab, string? Remark)> ChooseAsync(SheetInfo info, string? wanted, CancellationToken cancellationToken)
    {
        if (wanted is not null && info.Tabs.FirstOrDefault(tab => tab.Title == wanted) is { } named)
        {
            return (named, null);
        }

        if (info.Tabs.Count == 0)
        {
            throw new SurveyException("The sheet has no tab.");
        }

        var found = info.Tabs.Count == 1 ? info.Tabs[0] : await FindFormAsync(info.Tabs, cancellationToken);
        return (found, wanted is null ? null : $"The tab “{wanted}” is gone, renamed perhaps; “{found.Title}” is read in its place. Survey:Range names the tab.");
    }

    /// <summary>The first tab whose header tells most of a respondent.</summary>
    private async Task<SheetTab> FindFormAsync(IReadOnlyList<SheetTab> tabs, CancellationToken cancellationToken)
    {
        var headers = await client.GetFirstRowsAsync(tabs, cancellationToken);
        return tabs.Zip(headers)
            .OrderByDescending(static pair => ColumnMatcher.Match(pair.Second, new Dictionary<string, string>(StringComparer.Ordinal)).Columns.Count(static column => column.Field is not null))
            .First().First;
    }

    private static string? TabIn(Match range) =>
        range.Groups["quoted"].Success ? range.Groups["quoted"].Value.Replace("''", "'", StringComparison.Ordinal)
        : range.Groups["tab"] is { Success: true, Value.Length: > 0 } tab ? tab.Value
        : null;

    [GeneratedRegex(@"^(('(?<quoted>([^']|'')+)'|(?<tab>[^'!:]+?))(?=!|$))?!?((?<from>[A-Za-z]{1,3})\d*:(?<to>[A-Za-z]{1,3})\d*)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex A1();
}
