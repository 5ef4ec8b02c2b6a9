using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Survey;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Survey;

/// <summary>The survey in the whole program: its upload over HTTP, its settings, its feed and its health.</summary>
public sealed class SurveyHostTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_OverHttp_AnswersWithTheLedger_AndAWrongFileWithASentence()
    {
        await using var host = new DashboardHost(static builder => builder.UseSetting("Demo:Enabled", "false"));
        using var http = new HttpClient { BaseAddress = host.Start() };

        using var taken = await PostAsync(http, new StringContent("Timestamp\tName\tSong\n8/27/19 20:22\tAda\tOne\n\t\t\n"), "class.tsv");
        using var refused = await PostAsync(http, new StringContent("<html><body>Sign in</body></html>"), "class.csv");
        using var empty = await http.PostAsync(new Uri("api/survey/import", UriKind.Relative), new MultipartFormDataContent { { new StringContent("x"), "note" } }, Cancellation);

        var ledger = await taken.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal(("class", 2, 1, 1, 0, true), (ledger.GetProperty("title").GetString(), Number("read"), Number("taken"), Number("empty"), Number("malformed"), ledger.GetProperty("balances").GetBoolean()));
        Assert.Equal(["timestamp", "name", "favorite_song"], ledger.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("field").GetString()));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("web page", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);

        int Number(string name) => ledger.GetProperty(name).GetInt32();
    }

    [Theory]
    [InlineData("Survey:RefreshEvery", "60")]
    [InlineData("Survey:SheetsUrl", "sheets")]
    [InlineData("Survey:CsvUrl", "file:///etc/passwd")]
    [InlineData("Survey:SheetId", "https://docs.google.com/spreadsheets/d/1x/edit")]
    [InlineData("Survey:Range", "A1:B2:C3")]
    [InlineData("Survey:ServiceAccountPath", "no-such-file.json")]
    public async Task Setting_ThatIsImpossible_StopsTheStartWithItsName(string key, string value)
    {
        await using var bench = await SurveyBench.CreateAsync(server);
        var process = bench.Process(new KeyValuePair<string, string?>(key, value));

        var stopped = Assert.Throws<OptionsValidationException>(() => process.Services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(key, stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_FollowedByTheProgram_ShowsNewAnswers_AndItsHealth()
    {
        await using var sheets = await FakeSheets.StartAsync(TimeProvider.System, Cancellation);
        var tab = new SheetsTab("Form Responses 1");
        tab.Add("Timestamp", "Name", "Favorite song");
        tab.Add(45980.35, "Ada", "One");
        sheets.Tabs.Add(tab);
        var folder = Directory.CreateTempSubdirectory("survey-").FullName;
        var key = await sheets.WriteKeyFileAsync(folder, Cancellation);
        await using var host = new DashboardHost(builder => builder
            .UseSetting("Survey:SheetId", FakeSheets.SheetId)
            .UseSetting("Survey:ServiceAccountPath", key)
            .UseSetting("Survey:SheetsUrl", sheets.Url)
            .UseSetting("Survey:RefreshEvery", "00:00:01"));
        using var http = new HttpClient { BaseAddress = host.Start() };
        var listener = await http.GetFromJsonAsync<JsonElement>(new Uri("api/users/me", UriKind.Relative), Cancellation);

        await WaitForAsync(roster => roster.Respondents.Length == 1);
        var good = await SheetsHealthAsync();
        tab.Add(45981.35, "Bo", "Two");
        await WaitForAsync(roster => roster.Respondents.Length == 2);
        sheets.IsShared = false;
        await WaitForAsync(roster => roster.Problem is not null);
        var bad = await SheetsHealthAsync();

        Assert.Equal("healthy", good.GetProperty("status").GetString());
        Assert.Equal("degraded", bad.GetProperty("status").GetString());
        Assert.Contains("Share the sheet", bad.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(sheets.Violations);
        sheets.Account.Dispose();
        Directory.Delete(folder, recursive: true);

        async Task WaitForAsync(Func<SurveyRoster, bool> isSo)
        {
            var rosters = host.Services.GetRequiredService<SurveyRosters>();
            while (!isSo(await rosters.ReadAsync(listener.GetProperty("id").GetInt32(), Cancellation)))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), Cancellation);
            }
        }

        async Task<JsonElement> SheetsHealthAsync() =>
            (await http.GetFromJsonAsync<JsonElement>(new Uri("health/ready", UriKind.Relative), Cancellation)).GetProperty("services").GetProperty("google_sheets");
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, HttpContent content, string name)
    {
        using var form = new MultipartFormDataContent { { content, "file", name } };
        return await http.PostAsync(new Uri("api/survey/import", UriKind.Relative), form, Cancellation);
    }
}
