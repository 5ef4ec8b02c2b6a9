using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Moods.Pages;

namespace SpotifyDashboard.Tests.Moods.Pages;

public sealed class MoodEndpointTests : IAsyncDisposable
{
    private static readonly DateTimeOffset s_first = new(2024, 11, 4, 20, 30, 0, TimeSpan.Zero); // a Monday

    private readonly MoodsHost _host = new();

    [Fact]
    public async Task Get_EachMood_CountsThePlaysOfItsTracks()
    {
        var songs = await StoreAsync();
        var report = await GetAsync("/api/analysis/report?points=true&starts=100");
        var moodOf = report.GetProperty("points").EnumerateArray().ToDictionary(point => point.GetProperty("trackId").GetString() ?? "", point => point.GetProperty("cluster").GetInt32());
        var known = songs.Sum(song => song.Plays.Count);

        for (var number = 0; number < 5; number++)
        {
            var own = songs.Where(song => moodOf[song.Id ?? ""] == number).ToList();
            var plays = own.SelectMany(song => song.Plays).ToList();

            var mood = await GetAsync($"/api/moods/{number}?limit=10000");

            Assert.Equal((own.Count, plays.Count, known), (mood.GetProperty("trackCount").GetInt32(), mood.GetProperty("plays").GetInt32(), mood.GetProperty("known").GetInt32()));
            Assert.Equal((double)plays.Count / known, mood.GetProperty("share").GetDouble(), 9);
            Assert.Equal(own.ToDictionary(song => song.Id ?? "", song => song.Plays.Count), mood.GetProperty("tracks").EnumerateArray().ToDictionary(track => track.GetProperty("trackId").GetString() ?? "", track => track.GetProperty("plays").GetInt32()));
            Assert.Equal(plays.Count, mood.GetProperty("heatmap").GetProperty("plays").EnumerateArray().Sum(day => day.EnumerateArray().Sum(hour => hour.GetInt32())));
            Assert.Equal(plays.Count(play => play.DayOfWeek == DayOfWeek.Monday && play.Hour == 20), mood.GetProperty("heatmap").GetProperty("plays")[0][20].GetInt32());
            Assert.Equal(plays.Where(play => play.Year == 2025).Count(), Year(mood, "2025-01-01").GetProperty("plays").GetInt32());
            Assert.Equal(
                songs.SelectMany(song => song.Plays).GroupBy(play => $"{play:yyyy-MM}-01", StringComparer.Ordinal).ToDictionary(month => month.Key, month => (double)plays.Count(play => $"{play:yyyy-MM}-01" == month.Key) / month.Count(), StringComparer.Ordinal),
                mood.GetProperty("months").EnumerateArray().Where(month => month.GetProperty("known").GetInt32() > 0).ToDictionary(month => month.GetProperty("start").GetString() ?? "", month => month.GetProperty("share").GetDouble()));
            Assert.Equal(own.GroupBy(song => song.Artist).Max(group => group.Sum(song => song.Plays.Count)), mood.GetProperty("artists")[0].GetProperty("plays").GetInt32());
        }
    }

    [Fact]
    public async Task Get_PageByPage_ReachesEveryTrackNearestFirst()
    {
        await StoreAsync();
        var whole = await GetAsync("/api/moods/0?limit=10000");
        var count = whole.GetProperty("trackCount").GetInt32();
        List<string?> found = [];

        while (found.Count < count && await GetAsync($"/api/moods/0?limit=7&offset={found.Count}") is var page)
        {
            found.AddRange(page.GetProperty("tracks").EnumerateArray().Select(track => track.GetProperty("trackId").GetString()));
        }

        Assert.Equal(whole.GetProperty("tracks").EnumerateArray().Select(track => track.GetProperty("trackId").GetString()), found);
        var distances = whole.GetProperty("tracks").EnumerateArray().Select(track => track.GetProperty("distance").GetDouble()).ToList();
        Assert.Equal(distances.Order(), distances);
    }

    [Fact]
    public async Task Get_TrackHalfWayBetweenTwoMoods_StandsOnBothPages()
    {
        Song[] library =
        [
            .. Enumerable.Range(0, 40).Select(number => Song.Of($"calm{number}", ("energy", 0.1 + (number * 0.001)))),
            .. Enumerable.Range(0, 40).Select(number => Song.Of($"loud{number}", ("energy", 0.9 - (number * 0.001)))),
            Song.Of("between", ("energy", 0.5)),
        ];
        await _host.AddAsync(library);

        var (one, other) = (await GetAsync("/api/moods/0?k=2"), await GetAsync("/api/moods/1?k=2"));

        foreach (var mood in new[] { one, other })
        {
            var border = Assert.Single(mood.GetProperty("borders").EnumerateArray());
            Assert.Equal("between", border.GetProperty("trackId").GetString());
            Assert.InRange(border.GetProperty("ratio").GetDouble(), 0.9, 1);
            Assert.Equal([0, 1], new[] { border.GetProperty("nearest").GetInt32(), border.GetProperty("next").GetInt32() }.Order());
        }

        var energy = one.GetProperty("features")[0];
        Assert.Equal("energy", energy.GetProperty("key").GetString());
        Assert.EndsWith("than your average", energy.GetProperty("words").GetString(), StringComparison.Ordinal);
        Assert.True(one.GetProperty("features").EnumerateArray().Skip(1).All(feature => feature.GetProperty("words").ValueKind == JsonValueKind.Null));
    }

    [Fact]
    public async Task Get_PeriodWithoutPlays_SaysThatThereAreNone()
    {
        await StoreAsync();

        var mood = await GetAsync("/api/moods/2?from=2019-01-01&to=2019-01-31");

        Assert.Equal((0, 0), (mood.GetProperty("plays").GetInt32(), mood.GetProperty("known").GetInt32()));
        Assert.Equal(JsonValueKind.Null, mood.GetProperty("share").ValueKind);
        Assert.True(mood.GetProperty("trackCount").GetInt32() > 0);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("3?k=3")]
    [InlineData("-1")]
    public async Task Get_NumberThatTheMapDoesNotHave_Is404InWordsAlsoOnThePage(string number)
    {
        await StoreAsync();
        var client = _host.CreateClient();

        var answer = await client.GetAsync($"/api/moods/{number}", TestContext.Current.CancellationToken);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var page = await client.GetAsync($"/moods/{number}", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (answer.StatusCode, page.StatusCode));
        Assert.Equal("There is no such mood.", problem.GetProperty("title").GetString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/moods/1", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("/api/moods/0?k=11", "k")]
    [InlineData("/api/moods/0?features=loudnes", "features")]
    [InlineData("/api/moods/0?scope=all", "scope")]
    [InlineData("/api/moods/0?emphasis=energy:7", "emphasis")]
    [InlineData("/api/moods/0?offset=-1", "offset")]
    [InlineData("/api/moods/0?month=2025-01", "month")]
    public async Task Get_UnknownOrUnusableParameter_Is400AndNamed(string address, string parameter)
    {
        await StoreAsync();

        var answer = await _host.CreateClient().GetAsync(address, TestContext.Current.CancellationToken);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.BadRequest, parameter), (answer.StatusCode, problem.GetProperty("parameter").GetString()));
    }

    [Fact]
    public async Task Read_SameMoodAgain_IsTheSameObject()
    {
        var pages = _host.Services.GetRequiredService<MoodPages>();
        await StoreAsync();
        var cancellationToken = TestContext.Current.CancellationToken;
        var listener = await _host.Services.GetRequiredService<SpotifyDashboard.Storage.ListenerDirectory>().FindCurrentAsync(cancellationToken) ?? throw new InvalidOperationException("There is nobody.");

        var first = await pages.ReadAsync(listener, MoodsHost.Ask(listener.Id), 1, cancellationToken);
        var again = await pages.ReadAsync(listener, MoodsHost.Ask(listener.Id), 1, cancellationToken);

        Assert.Same(first.Detail, again.Detail);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static JsonElement Year(JsonElement mood, string start) => mood.GetProperty("years").EnumerateArray().Single(year => year.GetProperty("start").GetString() == start);

    private async Task<IReadOnlyList<Song>> StoreAsync()
    {
        Song[] songs =
        [
            .. PlantedLibrary.Songs(80).Select((pair, index) => pair.Song with
            {
                Artist = $"Artist {index % 7}",
                Plays = [.. Enumerable.Range(0, index % 6).Select(play => s_first.AddHours((index * 31) + (play * 24 * 33)))],
            }),
        ];
        await _host.AddAsync(songs);
        return songs;
    }

    private Task<JsonElement> GetAsync(string address) => _host.CreateClient().GetFromJsonAsync<JsonElement>(address, TestContext.Current.CancellationToken);
}
