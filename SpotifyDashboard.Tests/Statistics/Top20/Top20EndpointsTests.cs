using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Statistics.Top20;

public sealed class Top20EndpointsTests : IAsyncLifetime
{
    private readonly ApiHost _host = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var today = new DateTimeOffset(DateTimeOffset.UtcNow.Date, TimeSpan.Zero);
        await _host.AddPlaysAsync(
            (At(today.AddDays(-27)), 200_000, "One"),
            (At(today.AddDays(-28).AddHours(23)), 200_000, "One"),
            (At(today.AddDays(-3)), 60_000, "=Two"),
            (At(today.AddDays(-2)), 60_000, "=Two"),
            (At(today.AddDays(-100)), 200_000, "One"),
            (At(today.AddYears(-3)), 200_000, "One"));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("", "=Two:2 One:1")]
    [InlineData("?range=4w", "=Two:2 One:1")]
    [InlineData("?range=6m", "One:3 =Two:2")]
    [InlineData("?range=1y", "One:3 =Two:2")]
    [InlineData("?range=ALL", "One:4 =Two:2")]
    public async Task Own_EachStretch_RanksTheDaysOfIt(string query, string expected)
    {
        var (status, rows) = await _host.GetAsync($"/api/top20{query}");

        Assert.Equal(200, status);
        Assert.Equal(expected, string.Join(' ', rows.EnumerateArray().Select(row => $"{row.GetProperty("name").GetString()}:{row.GetProperty("plays").GetInt32()}")));
    }

    [Fact]
    public async Task Own_OfARow_SaysWhatTheContractNames()
    {
        await using (var context = await OpenAsync())
        {
            await context.Tracks.Where(track => track.Title == "One").ExecuteUpdateAsync(change => change.SetProperty(track => track.Popularity, 41), Cancellation);
        }

        var (_, rows) = await _host.GetAsync("/api/top20?range=all");

        Assert.Equal(["rank", "name", "artist", "album", "popularity", "plays", "ms"], rows[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal("Beyoncé, \"B\"", rows[0].GetProperty("artist").GetString());
        Assert.Equal((1, 4, 800_000L), (rows[0].GetProperty("rank").GetInt32(), rows[0].GetProperty("plays").GetInt32(), rows[0].GetProperty("ms").GetInt64()));
        Assert.Equal(JsonValueKind.Null, rows[0].GetProperty("album").ValueKind);
        Assert.Equal(JsonValueKind.Null, rows[1].GetProperty("popularity").ValueKind);
    }

    [Fact]
    public async Task Spotify_AfterASync_KeepsItsOrderAndTellsOwnPlays()
    {
        await using (var context = await OpenAsync())
        {
            var tracks = await context.Tracks.OrderBy(track => track.Id).ToListAsync(Cancellation);
            context.TopItems.AddRange(tracks.Select((track, place) => new TopItemRow { ListenerId = 1, Kind = 0, Range = 1, Rank = (short)(place + 1), TrackId = track.Id, FetchedAt = DateTimeOffset.UtcNow }));
            context.TopItems.Add(new TopItemRow { ListenerId = 1, Kind = 1, Range = 2, Rank = 1, ArtistId = tracks[0].ArtistId, FetchedAt = DateTimeOffset.UtcNow });
            await context.SaveChangesAsync(Cancellation);
        }

        var (_, tracksOfHalfYear) = await _host.GetAsync("/api/top20?source=spotify&range=6m");
        var (_, artistsOfYear) = await _host.GetAsync("/api/top20?source=spotify&range=1y&kind=artists");
        var (_, tracksOfYear) = await _host.GetAsync("/api/top20?source=spotify&range=1y");

        Assert.Equal([("One", 3), ("=Two", 2)], tracksOfHalfYear.EnumerateArray().Select(row => (row.GetProperty("name").GetString() ?? "", row.GetProperty("plays").GetInt32())));
        Assert.Equal([("Beyoncé, \"B\"", 5)], artistsOfYear.EnumerateArray().Select(row => (row.GetProperty("name").GetString() ?? "", row.GetProperty("plays").GetInt32())));
        Assert.Equal(0, tracksOfYear.GetArrayLength());
    }

    [Theory]
    [InlineData("?kind=genres", "kind")]
    [InlineData("?kind=1", "kind")]
    [InlineData("?range=28d", "range")]
    [InlineData("?source=lastfm", "source")]
    [InlineData("?source=spotify&kind=albums", "source")]
    [InlineData("?source=spotify&range=all", "source")]
    [InlineData("?limit=50", "limit")]
    [InlineData("?listener=2", "listener")]
    public async Task Asked_ForWhatThereIsNot_Is400AndNamesIt(string query, string parameter)
    {
        foreach (var path in new[] { "/api/top20", "/api/top20.csv" })
        {
            var (status, problem) = await _host.GetAsync(path + query);

            Assert.Equal((400, parameter), (status, problem.GetProperty("parameter").GetString()));
        }
    }

    [Fact]
    public async Task Csv_OfTheSameList_HasTheSameColumnsAndKeepsFormulasHarmless()
    {
        using var client = _host.CreateClient();
        using var response = await client.GetAsync(new Uri("/api/top20.csv?range=4w", UriKind.Relative), Cancellation);

        var lines = (await response.Content.ReadAsStringAsync(Cancellation)).TrimStart('\uFEFF').Split("\r\n");

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["rank,name,artist,album,popularity,plays,ms", "1,'=Two,\"Beyoncé, \"\"B\"\"\",,,2,120000", "2,One,\"Beyoncé, \"\"B\"\"\",,,1,200000", ""], lines);
    }

    [Fact]
    public async Task Asked_WhereThereIsNobody_Is404WithTheNextStep()
    {
        await using var empty = new ApiHost();

        var (status, problem) = await empty.GetAsync("/api/top20");

        Assert.Equal(404, status);
        Assert.Contains("/import", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static string At(DateTimeOffset moment) => moment.ToString("O", CultureInfo.InvariantCulture);

    private Task<DashboardDbContext> OpenAsync() => _host.Services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(Cancellation);
}
