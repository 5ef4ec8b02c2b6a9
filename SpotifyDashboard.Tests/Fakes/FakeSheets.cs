using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>Google Sheets with one sheet, read by a service account, behind a path prefix (contracts, section 7). Refuses what the contract does not list.</summary>
internal sealed partial class FakeSheets : FakeServer
{
    public const string SheetId = "1fakeSheet_Id-0123456789";

    private const string RootPath = "/google/v4/spreadsheets";
    private const string TokenPath = "/google/token";
    private const int MostRows = 1000;
    private const int ReadsPerMinute = 60;

    private readonly Queue<DateTimeOffset> _reads = new();
    private readonly Lock _gate = new();

    private FakeSheets(TimeProvider time)
        : base(time)
    {
    }

    public string Url => Root + RootPath;

    public string TokenUri => Root + TokenPath;

    public SheetsTokenEndpoint Account { get; } = new();

    public string Title { get; set; } = "Music survey";

    public string TimeZone { get; set; } = "Europe/Berlin";

    public List<SheetsTab> Tabs { get; } = [];

    /// <summary>Whether the sheet is shared with the account.</summary>
    public bool IsShared { get; set; } = true;

    /// <summary>Whether the API is on in the account's project.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>Called before the rows of a tab are read: things happen between two calls.</summary>
    public Action? BeforeValues { get; set; }

    public static async Task<FakeSheets> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var fake = new FakeSheets(time);
        await fake.StartAsync(cancellationToken);
        return fake;
    }

    /// <summary>Writes the account's key file into a folder.</summary>
    public async Task<string> WriteKeyFileAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "service-account.json");
        await File.WriteAllTextAsync(path, Account.KeyFile(TokenUri), cancellationToken);
        return path;
    }

    protected override Task<FakeAnswer> AnswerAsync(FakeRequest request, CancellationToken cancellationToken)
    {
        if (request.Path == TokenPath)
        {
            return Task.FromResult(Account.Answer(request));
        }

        if (request.Method != "GET" || !request.Path.StartsWith(RootPath + "/", StringComparison.Ordinal))
        {
            throw new RefusedException("Only reading below the sheets' address is listed.");
        }

        ListedHeaders.Check(request, "Authorization");
        var path = request.Path[(RootPath.Length + 1)..];
        return Task.FromResult(Refusal(request, path.Split('/', ':')[0]) ?? (path[SheetId.Length..] switch
        {
            "" => Info(new Parameters(request.Query, "fields")),
            "/values:batchGet" => Batch(request),
            ['/', 'v', 'a', 'l', 'u', 'e', 's', '/', .. var range] => Values(request, range),
            _ => throw new RefusedException($"Path '{path}' is not listed."),
        }));
    }

    private FakeAnswer? Refusal(FakeRequest request, string id)
    {
        if (!Account.IsGood(request.Header("Authorization"), request.At))
        {
            return Error(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.");
        }

        if (!IsEnabled)
        {
            return Error(403, "PERMISSION_DENIED", "Google Sheets API has not been used in project 1 before or it is disabled.", "SERVICE_DISABLED");
        }

        if (id != SheetId)
        {
            return Error(404, "NOT_FOUND", "Requested entity was not found.");
        }

        return !IsShared ? Error(403, "PERMISSION_DENIED", "The caller does not have permission")
            : IsTooMany(request.At) ? Error(429, "RESOURCE_EXHAUSTED", "Quota exceeded for quota metric 'Read requests'")
            : null;
    }

    private bool IsTooMany(DateTimeOffset at)
    {
        lock (_gate)
        {
            while (_reads.TryPeek(out var first) && at - first >= TimeSpan.FromMinutes(1))
            {
                _reads.Dequeue();
            }

            _reads.Enqueue(at);
            return _reads.Count > ReadsPerMinute;
        }
    }

    private FakeAnswer Info(Parameters parameters) => parameters.Needed("fields") == "properties(title,timeZone,locale),sheets.properties(sheetId,title,gridProperties)"
        ? FakeAnswer.Json(new JsonObject
        {
            ["properties"] = new JsonObject { ["title"] = Title, ["timeZone"] = TimeZone, ["locale"] = "de_DE" },
            ["sheets"] = new JsonArray([.. Tabs.Select((tab, index) => (JsonNode)new JsonObject
            {
                ["properties"] = new JsonObject
                {
                    ["sheetId"] = index,
                    ["title"] = tab.Title,
                    ["gridProperties"] = new JsonObject { ["rowCount"] = tab.GridRows, ["columnCount"] = tab.GridColumns },
                },
            })]),
        })
        : throw new RefusedException("Only what is needed is to be asked for.");

    private FakeAnswer Batch(FakeRequest request)
    {
        CheckRendering(request.Query, "ranges");
        return FakeAnswer.Json(new JsonObject
        {
            ["spreadsheetId"] = SheetId,
            ["valueRanges"] = new JsonArray([.. request.Query["ranges"].Select(range => (JsonNode?)Range(range ?? "") ?? throw new RefusedException($"No range '{range}'."))]),
        });
    }

    private FakeAnswer Values(FakeRequest request, string range)
    {
        CheckRendering(request.Query, "majorDimension");
        BeforeValues?.Invoke();
        return Range(range) is { } found ? FakeAnswer.Json(found) : Error(400, "INVALID_ARGUMENT", $"Unable to parse range: {range}");
    }

    private static void CheckRendering(IReadOnlyDictionary<string, StringValues> query, string beside)
    {
        if (query.GetValueOrDefault("valueRenderOption") != "UNFORMATTED_VALUE" || query.GetValueOrDefault("dateTimeRenderOption") != "SERIAL_NUMBER" || query.Count != 3 || !query.ContainsKey(beside))
        {
            throw new RefusedException("Values are to be asked for unformatted, with dates as numbers.");
        }
    }

    private JsonObject? Range(string range)
    {
        var match = A1().Match(range);
        if (!match.Success)
        {
            throw new RefusedException($"Range '{range}' is not quoted, or not bounded.");
        }

        var (first, last) = (int.Parse(match.Groups["first"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups["last"].ValueSpan, CultureInfo.InvariantCulture));
        if (last - first + 1 > MostRows)
        {
            throw new RefusedException($"{last - first + 1} rows at once, at most {MostRows} are to be asked for.");
        }

        if (Tabs.Find(tab => tab.Title == match.Groups["tab"].Value.Replace("''", "'", StringComparison.Ordinal)) is not { } found || last > found.GridRows)
        {
            return null;
        }

        var (from, to) = (Column(match.Groups["from"].Value), Column(match.Groups["to"].Value));
        object?[][] rows;
        lock (found.Rows)
        {
            rows = [.. found.Rows.Skip(first - 1).Take(last - first + 1).Select(row => Ragged(row.Skip(from).Take(to - from + 1)))];
        }

        var end = Array.FindLastIndex(rows, row => row.Length > 0) + 1;
        var answer = new JsonObject { ["range"] = range, ["majorDimension"] = "ROWS" };
        if (end > 0)
        {
            answer["values"] = new JsonArray([.. rows[..end].Select(row => (JsonNode)new JsonArray([.. row.Select(Cell)]))]);
        }

        return answer;
    }

    private static object?[] Ragged(IEnumerable<object?> row)
    {
        var cells = row.ToArray();
        return cells[..(Array.FindLastIndex(cells, cell => cell is not (null or "")) + 1)];
    }

    private static JsonNode? Cell(object? cell) => cell switch
    {
        null => JsonValue.Create(""),
        double number => JsonValue.Create(number),
        int number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        _ => JsonValue.Create(cell.ToString()),
    };

    private static int Column(string letters) => letters.Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1) - 1;

    private static FakeAnswer Error(int status, string name, string message, string? reason = null)
    {
        var error = new JsonObject { ["code"] = status, ["message"] = message, ["status"] = name };
        if (reason is not null)
        {
            error["details"] = new JsonArray(new JsonObject { ["@type"] = "type.googleapis.com/google.rpc.ErrorInfo", ["reason"] = reason });
        }

        return FakeAnswer.Json(new JsonObject { ["error"] = error }, status);
    }

    [GeneratedRegex("^'(?<tab>([^']|'')+)'!(?<from>[A-Z]+)(?<first>[0-9]+):(?<to>[A-Z]+)(?<last>[0-9]+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex A1();
}
