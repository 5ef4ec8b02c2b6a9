namespace SpotifyDashboard.Tests.Statistics.Time;

public sealed class TimeEndpointsTests : IAsyncLifetime
{
    private readonly ApiHost _host = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("trend?by=decade", "by")]
    [InlineData("trend?to=2026-02-30", "to")]
    [InlineData("sessions?pause=0", "pause")]
    [InlineData("sessions?pause=721", "pause")]
    [InlineData("streaks?limit=3", "limit")]
    [InlineData("milestones.csv?count=none", "count")]
    public async Task Get_UnusableParameter_Is400AndNamed(string address, string parameter)
    {
        var (status, problem) = await _host.GetAsync($"/api/stats/{address}");

        Assert.Equal((400, parameter), (status, problem.GetProperty("parameter").GetString()));
    }

    [Fact]
    public async Task Trend_TooManyHours_Is400WithTheNextStep()
    {
        await _host.AddPlaysAsync(("2024-03-01T10:00:00Z", 200_000, "One"), ("2026-03-01T10:00:00Z", 200_000, "One"));

        var (status, problem) = await _host.GetAsync("/api/stats/trend?by=hour");

        Assert.Equal((400, "by"), (status, problem.GetProperty("parameter").GetString()));
        Assert.Contains("400 days", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trend?by=day&from=2026-03-01&to=2026-03-02", """{"timeZone":"UTC","by":"day","points":[{"start":"2026-03-01","plays":2,"ms":400000},{"start":"2026-03-02","plays":0,"ms":0}],"previous":[{"start":"2026-02-27","plays":0,"ms":0},{"start":"2026-02-28","plays":1,"ms":31000}]}""")]
    [InlineData("trend", """{"timeZone":"UTC","by":"month","points":[{"start":"2026-02-01","plays":1,"ms":31000},{"start":"2026-03-01","plays":2,"ms":400000}],"previous":null}""")]
    [InlineData("sessions", """{"pauseMinutes":30,"count":2,"totalMs":831000,"meanMs":415500,"medianMs":415500,"meanPlays":1.5,"byHour":[0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,1],"byWeekday":[0,0,0,0,0,1,1],"lengths":[{"fromMinutes":0,"toMinutes":15,"count":2},{"fromMinutes":15,"toMinutes":30,"count":0},{"fromMinutes":30,"toMinutes":60,"count":0},{"fromMinutes":60,"toMinutes":120,"count":0},{"fromMinutes":120,"toMinutes":240,"count":0},{"fromMinutes":240,"toMinutes":null,"count":0}],"longest":[{"startedAt":"2026-03-01T10:00:00.000Z","endedAt":"2026-03-01T10:13:20.000Z","ms":800000,"plays":2,"msPlayed":400000},{"startedAt":"2026-02-28T23:00:00.000Z","endedAt":"2026-02-28T23:00:31.000Z","ms":31000,"plays":1,"msPlayed":31000}]}""")]
    [InlineData("streaks?to=2026-03-01", """{"current":2,"longest":2,"daysWithPlays":2,"days":2,"list":[{"from":"2026-02-28","to":"2026-03-01","days":2}]}""")]
    [InlineData("milestones", """{"reached":[{"kind":"plays","value":1,"at":"2026-02-28T23:00:00.000Z","id":"name:2","name":"=Two","artist":"Beyoncé, \"B\""}],"next":[{"kind":"plays","value":100,"have":3},{"kind":"hours","value":10,"have":0},{"kind":"tracks","value":10,"have":2},{"kind":"artists","value":10,"have":1}]}""")]
    public async Task Get_StoredPlays_AnswersAsDocumented(string address, string expected)
    {
        await AddThreePlaysAsync();

        var (_, answer) = await _host.GetAsync($"/api/stats/{address}");

        Assert.Equal(expected, answer.GetRawText());
    }

    [Theory]
    [InlineData("trend.csv?by=day&from=2026-03-01&to=2026-03-01", "start,plays,ms,previousStart,previousPlays,previousMs\r\n2026-03-01,2,400000,2026-02-28,1,31000\r\n")]
    [InlineData("streaks.csv?to=2026-03-01", "from,to,days\r\n2026-02-28,2026-03-01,2\r\n")]
    [InlineData("milestones.csv?to=2026-02-28", "kind,value,at,id,name,artist,have\r\nplays,1,2026-02-28T23:00:00.000Z,name:2,'=Two,\"Beyoncé, \"\"B\"\"\",\r\nplays,100,,,,,3\r\nhours,10,,,,,0\r\ntracks,10,,,,,2\r\nartists,10,,,,,1\r\n")]
    public async Task GetCsv_StoredPlays_HasTheSameAsRows(string address, string expected)
    {
        await AddThreePlaysAsync();
        using var client = _host.CreateClient();

        Assert.Equal(expected, await client.GetStringAsync(new Uri($"/api/stats/{address}", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task SessionsCsv_StoredPlays_ListsFiguresAndClasses()
    {
        await AddThreePlaysAsync();
        using var client = _host.CreateClient();

        var csv = await client.GetStringAsync(new Uri("/api/stats/sessions.csv", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.StartsWith("part,key,value\r\nall,pauseMinutes,30\r\nall,count,2\r\nall,totalMs,831000\r\n", csv, StringComparison.Ordinal);
        Assert.Contains("\r\nbyHour,23,1\r\nbyWeekday,1,0\r\n", csv, StringComparison.Ordinal);
        Assert.EndsWith("\r\nlengths,240,0\r\nlongestMs,2026-03-01T10:00:00.0000000Z,800000\r\nlongestMs,2026-02-28T23:00:00.0000000Z,31000\r\n", csv, StringComparison.Ordinal);
    }

    private Task AddThreePlaysAsync() => _host.AddPlaysAsync(("2026-02-28T23:00:00Z", 31_000, "=Two"), ("2026-03-01T10:00:00Z", 200_000, "One"), ("2026-03-01T10:10:00Z", 200_000, "One"));
}
