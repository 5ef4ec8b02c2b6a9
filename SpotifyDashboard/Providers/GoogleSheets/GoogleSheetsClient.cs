using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.GoogleSheets;

/// <summary>Reads one spreadsheet by a service account (contracts, section 7). One call at a time, a second apart: 60 a minute are allowed.</summary>
public sealed class GoogleSheetsClient
{
    /// <summary>Its name in logs and on the status page.</summary>
    public const string Service = "google_sheets";

    /// <summary>Rows that one call asks for at most.</summary>
    public const int MostRows = 1000;

    private readonly ServiceCaller _caller;
    private readonly ServiceAccountTokens _tokens;
    private readonly SheetOptions _options;

    internal GoogleSheetsClient(ServiceCaller caller, ServiceAccountTokens tokens, IOptions<SheetOptions> options)
    {
        _caller = caller;
        _tokens = tokens;
        _options = options.Value;
    }

    /// <summary>The spreadsheet's name, zone and tabs.</summary>
    /// <exception cref="ProviderException">It can't be read; the message says what mends it.</exception>
    public Task<SheetInfo> GetInfoAsync(CancellationToken cancellationToken) => CallAsync(
        "/{id}", "?fields=properties(title,timeZone,locale),sheets.properties(sheetId,title,gridProperties)", ReadInfo, cancellationToken);

    /// <summary>The first row of each tab, in the order asked for.</summary>
    /// <exception cref="ProviderException">As for <see cref="GetInfoAsync"/>.</exception>
    public Task<IReadOnlyList<string[]>> GetFirstRowsAsync(IReadOnlyList<SheetTab> tabs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tabs);
        var ranges = string.Join('&', tabs.Select(static tab => $"ranges={Uri.EscapeDataString(RangeOf(tab, "A", LetterOf(tab.Columns), 1, 1))}"));
        return CallAsync<IReadOnlyList<string[]>>(
            "/{id}/values:batchGet",
            $"/values:batchGet?{ranges}&{Rendering}",
            static json => [.. json.RequiredList("valueRanges").Select(static range => ReadRows(range) is [var first, ..] ? first : [])],
            cancellationToken);
    }

    /// <summary>Rows of a tab as text, ragged as they come: empty cells at the end of a row and empty rows at the end are left out.</summary>
    /// <param name="tab">Which.</param>
    /// <param name="columns">First and last column, for example <c>A</c> and <c>Z</c>; null for all.</param>
    /// <param name="first">The first row, from 1.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>At most <see cref="MostRows"/>; numbers in the invariant culture, dates as the days of spreadsheets.</returns>
    /// <exception cref="ProviderException">As for <see cref="GetInfoAsync"/>; <see cref="Failure.NotFound"/> where there is no such tab any more.</exception>
    public Task<IReadOnlyList<string[]>> GetRowsAsync(SheetTab tab, (string First, string Last)? columns, int first, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tab);
        var (from, to) = columns ?? ("A", LetterOf(tab.Columns));
        var range = RangeOf(tab, from, to, first, Math.Min(tab.Rows, first + MostRows - 1));
        return CallAsync("/{id}/values/{range}", $"/values/{Uri.EscapeDataString(range)}?majorDimension=ROWS&{Rendering}", ReadRows, cancellationToken);
    }

    private const string Rendering = "valueRenderOption=UNFORMATTED_VALUE&dateTimeRenderOption=SERIAL_NUMBER";

    private async Task<T> CallAsync<T>(string endpoint, string relative, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        var token = await _tokens.GetAsync(cancellationToken);
        try
        {
            return await SendAsync(token);
        }
        catch (ProviderException refused) when (refused.StatusCode == StatusCodes.Status401Unauthorized)
        {
            return await SendAsync(await _tokens.ReplaceAsync(token, cancellationToken));
        }

        Task<T> SendAsync(string accessToken)
        {
            var address = ServiceAddress.Under(_options.SheetsUrl, Uri.EscapeDataString(_options.SheetId) + relative);
            return _caller.CallAsync(new ServiceCall(endpoint, address) { Authorization = $"Bearer {accessToken}", Secrets = [accessToken] }, read, cancellationToken);
        }
    }

    private static SheetInfo ReadInfo(JsonElement json)
    {
        var properties = json.Member("properties") ?? throw new FormatException("it holds no properties");
        return new SheetInfo(
            properties.TextOf("title") is { Length: > 0 } title ? title : "Survey",
            properties.TextOf("timeZone"),
            [.. json.RequiredList("sheets").Select(static sheet => sheet.Member("properties")).OfType<JsonElement>().Where(static tab => tab.TextOf("title") is not null).Select(ReadTab)]);
    }

    private static SheetTab ReadTab(JsonElement tab)
    {
        var grid = tab.Member("gridProperties");
        return new SheetTab(tab.RequiredText("title"), grid?.IntegerOf("rowCount") ?? MostRows, grid?.IntegerOf("columnCount") ?? 26);
    }

    private static IReadOnlyList<string[]> ReadRows(JsonElement range) =>
        range.Member("values") is { ValueKind: JsonValueKind.Array } rows
            ? [.. rows.EnumerateArray().Select(static row => row.ValueKind == JsonValueKind.Array ? row.EnumerateArray().Select(TextOf).ToArray() : [])]
            : [];

    private static string TextOf(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.String => cell.GetString() ?? "",
        JsonValueKind.Number => cell.TryGetDouble(out var number) ? number.ToString("R", CultureInfo.InvariantCulture) : cell.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "",
    };

    private static string RangeOf(SheetTab tab, string from, string to, int first, int last) => string.Create(
        CultureInfo.InvariantCulture, $"'{tab.Title.Replace("'", "''", StringComparison.Ordinal)}'!{from}{first}:{to}{Math.Max(first, last)}");

    private static string LetterOf(int column)
    {
        var letters = "";
        for (var left = Math.Max(column, 1); left > 0; left = (left - 1) / 26)
        {
            letters = (char)('A' + ((left - 1) % 26)) + letters;
        }

        return letters;
    }
}
