using System.Globalization;

namespace SpotifyDashboard.Tests.Statistics.Discovery;

public sealed class DiscoveryEndpointsTests : IAsyncLifetime
{
    private const string Artist = "\"artist\":\"Beyoncé, \\\"B\\\"\"";

    private readonly ApiHost _host = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("rediscovery?limit=0", "limit")]
    [InlineData("forgotten?limit=501", "limit")]
    [InlineData("obsessions?by=time", "by")]
    [InlineData("on-this-day?day=today", "day")]
    [InlineData("on-this-day?from=2026-01-01", "from")]
    [InlineData("loyalty.csv?count=1", "count")]
    [InlineData("discovery?to=x", "to")]
    public async Task Get_UnusableParameter_Is400AndNamed(string address, string parameter)
    {
        var (status, problem) = await _host.GetAsync($"/api/stats/{address}");

        Assert.Equal((400, parameter), (status, problem.GetProperty("parameter").GetString()));
    }

    [Theory]
    [InlineData("discovery?from=2026-03-01", "{\"newTracks\":1,\"newArtists\":0,\"newAlbums\":0,\"plays\":2,\"playsOfNew\":1,\"shareOfNew\":0.5,\"lovedTracks\":0,\"medianDaysToLove\":null,\"months\":[{\"start\":\"2026-03-01\",\"plays\":2,\"playsOfNew\":1,\"tracks\":2,\"newTracks\":1,\"artists\":1,\"newArtists\":0}],\"topNewTracks\":[{\"id\":\"name:2\",\"name\":\"=Two\"," + Artist + ",\"firstPlayedAt\":\"2026-03-04T10:00:00.000Z\",\"plays\":1,\"ms\":31000}],\"topNewArtists\":[]}")]
    [InlineData("rediscovery?from=2026-01-01&limit=1", "[{\"id\":\"one\",\"name\":\"One\"," + Artist + ",\"lastBefore\":\"2025-02-10T10:00:00.000Z\",\"returnedAt\":\"2026-03-03T10:00:00.000Z\",\"daysAway\":386,\"playsBefore\":10,\"playsSince\":1}]")]
    [InlineData("forgotten?to=2025-12-31", "[{\"id\":\"one\",\"name\":\"One\"," + Artist + ",\"plays\":10,\"ms\":2000000,\"firstPlayedAt\":\"2025-02-10T01:00:00.000Z\",\"lastPlayedAt\":\"2025-02-10T10:00:00.000Z\"}]")]
    [InlineData("obsessions", "[{\"id\":\"one\",\"name\":\"One\"," + Artist + ",\"plays\":10,\"from\":\"2025-02-10T01:00:00.000Z\",\"to\":\"2025-02-10T10:00:00.000Z\"}]")]
    [InlineData("on-this-day?day=2026-02-10", "{\"day\":\"2026-02-10\",\"years\":[{\"year\":2025,\"plays\":10,\"ms\":2000000,\"tracks\":[{\"id\":\"one\",\"name\":\"One\"," + Artist + ",\"plays\":10,\"ms\":2000000}]}]}")]
    [InlineData("loyalty", "{\"plays\":12,\"tracks\":2,\"repeatShare\":0.8333333333333334,\"onceTracks\":1,\"backToBack\":10,\"longestRun\":{\"id\":\"one\",\"name\":\"One\"," + Artist + ",\"plays\":11,\"startedAt\":\"2025-02-10T01:00:00.000Z\"},\"topArtistShare\":1,\"topTenArtistShare\":1,\"eddington\":1,\"faithful\":[{\"id\":\"1\",\"name\":\"Beyoncé, \\\"B\\\"\",\"months\":2,\"plays\":12,\"ms\":2231000}]}")]
    public async Task Get_StoredPlays_AnswersAsDocumented(string address, string expected)
    {
        await AddPlaysAsync();

        var (_, answer) = await _host.GetAsync($"/api/stats/{address}");

        Assert.Equal(expected, answer.GetRawText());
    }

    [Theory]
    [InlineData("discovery.csv?from=2026-03-01", "start,plays,playsOfNew,tracks,newTracks,artists,newArtists\r\n2026-03-01,2,1,2,1,1,0\r\n")]
    [InlineData("rediscovery.csv", "id,name,artist,lastBefore,returnedAt,daysAway,playsBefore,playsSince\r\none,One,\"Beyoncé, \"\"B\"\"\",2025-02-10T10:00:00.000Z,2026-03-03T10:00:00.000Z,386,10,1\r\n")]
    [InlineData("forgotten.csv?to=2025-12-31", "id,name,artist,plays,ms,firstPlayedAt,lastPlayedAt\r\none,One,\"Beyoncé, \"\"B\"\"\",10,2000000,2025-02-10T01:00:00.000Z,2025-02-10T10:00:00.000Z\r\n")]
    [InlineData("obsessions.csv", "id,name,artist,plays,from,to\r\none,One,\"Beyoncé, \"\"B\"\"\",10,2025-02-10T01:00:00.000Z,2025-02-10T10:00:00.000Z\r\n")]
    [InlineData("on-this-day.csv?day=2026-02-10", "year,yearPlays,yearMs,id,name,artist,plays,ms\r\n2025,10,2000000,one,One,\"Beyoncé, \"\"B\"\"\",10,2000000\r\n")]
    [InlineData("loyalty.csv?to=2025-12-31", "part,key,value\r\nall,plays,10\r\nall,tracks,1\r\nall,repeatShare,0.9\r\nall,onceTracks,0\r\nall,backToBack,9\r\nall,longestRun,10\r\nall,topArtistShare,1\r\nall,topTenArtistShare,1\r\nall,eddington,1\r\nfaithfulMonths,\"Beyoncé, \"\"B\"\"\",1\r\n")]
    public async Task GetCsv_StoredPlays_HasTheSameAsRows(string address, string expected)
    {
        await AddPlaysAsync();
        using var client = _host.CreateClient();

        Assert.Equal(expected, await client.GetStringAsync(new Uri($"/api/stats/{address}", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    private Task AddPlaysAsync() => _host.AddPlaysAsync(
    [
        .. Enumerable.Range(1, 10).Select(hour => (string.Create(CultureInfo.InvariantCulture, $"2025-02-10T{hour:00}:00:00Z"), 200_000, "One")),
        ("2026-03-03T10:00:00Z", 200_000, "One"),
        ("2026-03-04T10:00:00Z", 31_000, "=Two"),
    ]);
}
