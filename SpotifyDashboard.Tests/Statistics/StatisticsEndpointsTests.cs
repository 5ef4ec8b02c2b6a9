using System.Text.Json;

namespace SpotifyDashboard.Tests.Statistics;

public sealed class StatisticsEndpointsTests : IAsyncLifetime
{
    private readonly ApiHost _host = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("/api/stats/summary")]
    [InlineData("/api/stats/top")]
    [InlineData("/api/stats/heatmap")]
    [InlineData("/api/stats/calendar")]
    [InlineData("/api/history")]
    [InlineData("/api/history.csv")]
    [InlineData("/api/users/me")]
    public async Task Get_NothingStored_Is404WithTheNextStep(string address)
    {
        var (status, problem) = await _host.GetAsync(address);

        Assert.Equal(404, status);
        Assert.Contains("/import", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/stats/summary?until=2026-01-01", "until")]
    [InlineData("/api/stats/summary?from=2026-13-01", "from")]
    [InlineData("/api/stats/summary?from=2026-03-02&to=2026-03-01", "to")]
    [InlineData("/api/stats/summary?count=some", "count")]
    [InlineData("/api/stats/top?kind=songs", "kind")]
    [InlineData("/api/stats/top?by=1", "by")]
    [InlineData("/api/stats/top?limit=0", "limit")]
    [InlineData("/api/stats/top?limit=x", "limit")]
    [InlineData("/api/history?cursor=abc", "cursor")]
    [InlineData("/api/history.csv?limit=5", "limit")]
    [InlineData("/api/users/me?x=1", "x")]
    [InlineData("/health/ready?x=1", "x")]
    public async Task Get_UnknownOrUnusableParameter_Is400AndNamed(string address, string parameter)
    {
        var (status, problem) = await _host.GetAsync(address);

        Assert.Equal((400, parameter), (status, problem.GetProperty("parameter").GetString()));
        Assert.Contains($"'{parameter}'", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Summary_StoredPlays_AreCountedByTheRuleAsked()
    {
        await _host.AddPlaysAsync(("2026-03-01T10:00:00Z", 200_000, "One"), ("2026-03-02T10:00:00Z", 29_000, "One"), ("2026-03-03T10:00:00Z", 31_000, "=Two"));

        var (_, counted) = await _host.GetAsync("/api/stats/summary?from=2026-03-01&to=2026-03-03");
        var (_, all) = await _host.GetAsync("/api/stats/summary?count=all");
        var (_, finished) = await _host.GetAsync("/api/stats/summary?count=finished");

        Assert.Equal(
            """{"plays":2,"minutes":3.9,"tracks":2,"artists":1,"albums":0,"streak":1,"longestStreak":1,"estimatedShare":0.5,"previous":{"plays":0,"minutes":0,"tracks":0,"artists":0,"albums":0,"streak":0,"longestStreak":0,"estimatedShare":0,"previous":null}}""",
            counted.GetRawText());
        Assert.Equal(3, all.GetProperty("plays").GetInt32());
        Assert.Equal(JsonValueKind.Null, all.GetProperty("previous").ValueKind);
        Assert.Equal(1, finished.GetProperty("plays").GetInt32());
    }

    [Fact]
    public async Task Top_NameOnlyTrack_HasAStableNameId()
    {
        await _host.AddPlaysAsync(("2026-03-01T10:00:00Z", 200_000, "One"), ("2026-03-03T10:00:00Z", 31_000, "=Two"));

        var (_, top) = await _host.GetAsync("/api/stats/top?by=time&limit=5");

        Assert.Equal(
            """[{"rank":1,"previousRank":null,"id":"one","name":"One","artist":"Beyoncé, \"B\"","plays":1,"ms":200000},{"rank":2,"previousRank":null,"id":"name:2","name":"=Two","artist":"Beyoncé, \"B\"","plays":1,"ms":31000}]""",
            top.GetRawText());
    }

    [Fact]
    public async Task History_PageByPage_ShowsEveryPlayOnceNewestFirst()
    {
        await _host.AddPlaysAsync(("2026-03-01T10:00:00.250Z", 200_000, "One"), ("2026-03-01T10:00:00.250Z", 1000, "One"), ("2026-03-03T10:00:00Z", 31_000, "=Two"));

        List<long> shown = [];
        string? next = null;
        do
        {
            var (_, page) = await _host.GetAsync($"/api/history?limit=1&cursor={next}");
            shown.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt64()));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);
        var (_, last) = await _host.GetAsync("/api/history?q=ONE&limit=1");

        Assert.Equal([3, 2, 1], shown);
        Assert.Equal(
            """{"id":2,"startedAt":"2026-03-01T10:00:00.250Z","endedAt":"2026-03-01T10:00:01.250Z","msPlayed":1000,"trackId":"one","title":"One","artist":"Beyoncé, \"B\"","album":null,"source":"ExtendedExport","contextUri":null,"counted":false,"estimated":false}""",
            last.GetProperty("items")[0].GetRawText());
    }

    [Theory]
    [InlineData("artist=1", 2)]
    [InlineData("artist=beyonce,%20%22b%22", 2)] // the whole name, whatever case and accents
    [InlineData("artist=beyonce", 0)]
    [InlineData("q=beyonce", 2)]
    [InlineData("q=two", 1)]
    [InlineData("from=2026-03-02", 1)]
    [InlineData("to=2026-03-02", 1)]
    [InlineData("from=2026-03-02&to=2026-03-02", 0)]
    public async Task History_Filter_ShowsWhatItAsksFor(string filter, int plays)
    {
        await _host.AddPlaysAsync(("2026-03-01T10:00:00Z", 200_000, "One"), ("2026-03-03T10:00:00Z", 31_000, "=Two"));

        var (_, page) = await _host.GetAsync($"/api/history?{filter}");

        Assert.Equal(plays, page.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task HistoryCsv_NamesWithCommasQuotesAndFormulas_StayText()
    {
        await _host.AddPlaysAsync(("2026-03-03T10:00:00Z", 31_000, "=Two"));
        using var client = _host.CreateClient();

        var csv = await client.GetStringAsync(new Uri("/api/history.csv", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(
            "id,startedAt,endedAt,msPlayed,trackId,title,artist,album,source,contextUri,counted\r\n"
            + "1,2026-03-03T10:00:00.000Z,2026-03-03T10:00:31.000Z,31000,name:2,'=Two,\"Beyoncé, \"\"B\"\"\",,AccountExport,,true\r\n",
            csv);
    }

    [Fact]
    public async Task Heatmap_AndCalendar_FollowTheListenersZone()
    {
        await _host.AddPlaysAsync(("2026-03-01T20:00:00Z", 200_000, "One"));
        using var client = _host.CreateClient();
        using var zone = new StringContent("""{ "timeZone": "Asia/Kolkata" }""", System.Text.Encoding.UTF8, "application/json");
        using var changed = await client.PatchAsync(new Uri("/api/users/me", UriKind.Relative), zone, TestContext.Current.CancellationToken);

        var (_, heatmap) = await _host.GetAsync("/api/stats/heatmap");
        var (_, calendar) = await _host.GetAsync("/api/stats/calendar");

        Assert.Equal(System.Net.HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(1, heatmap.GetProperty("plays")[0][1].GetInt32()); // Monday, 01:30
        Assert.Equal(200_000, heatmap.GetProperty("ms")[0][1].GetInt64());
        Assert.Equal("""{"timeZone":"Asia/Kolkata","days":[{"date":"2026-03-02","plays":1,"ms":200000}]}""", calendar.GetRawText());
    }
}
