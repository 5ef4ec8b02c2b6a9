using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SpotifyDashboard.Moods;

namespace SpotifyDashboard.Tests.Moods.Likeness;

public sealed class LikenessEndpointTests : IAsyncDisposable
{
    private static readonly DateTimeOffset s_first = new(2025, 5, 1, 20, 0, 0, TimeSpan.Zero);

    private readonly MoodsHost _host = new();

    [Fact]
    public async Task Get_Tracks_ComparesEveryTwoByTheCosineOfTheirZScores()
    {
        // Of energy and valence alone: means 0.5 and 0.5, so a and b lie the same way, c opposite, d across.
        await _host.AddAsync(
            Played("a", 5, ("energy", 0.9), ("valence", 0.9)),
            Played("c", 4, ("energy", 0.1), ("valence", 0.1)),
            Played("b", 3, ("energy", 0.8), ("valence", 0.8)),
            Played("d", 2, ("energy", 0.9), ("valence", 0.1)),
            Played("e", 2, ("energy", 0.2), ("valence", 0.2)),
            Played("f", 1, ("energy", 0.1), ("valence", 0.9)),
            new Song("silent", new Dictionary<string, double>()) { Plays = [.. Enumerable.Range(0, 6).Select(Moment)] });

        var body = await GetAsync("/api/stats/likeness?kind=tracks&limit=7");

        Assert.Equal((6, 7), (body.GetProperty("known").GetInt32(), body.GetProperty("total").GetInt32()));
        Assert.Equal(["silent"], body.GetProperty("missing").EnumerateArray().Select(Id));
        var order = body.GetProperty("items").EnumerateArray().Select(Id).ToList();
        Assert.Equal(["a", "b", "c", "d", "e", "f"], order.Order());
        Assert.Equal(1, Similarity(body, order, "a", "b"), 6);
        Assert.Equal(1, Similarity(body, order, "c", "e"), 6);
        Assert.Equal(-1, Similarity(body, order, "a", "c"), 6);
        Assert.Equal(-1, Similarity(body, order, "d", "f"), 6);
        Assert.Equal(1, Math.Abs(order.IndexOf("a") - order.IndexOf("b")));
        Assert.Equal(1, Math.Abs(order.IndexOf("c") - order.IndexOf("e")));
        Assert.Equal(1, body.GetProperty("closest").GetProperty("similarity").GetDouble(), 6);
        Assert.Contains(order[body.GetProperty("loneliest").GetProperty("one").GetInt32()], (string[])["d", "f"]);
    }

    [Fact]
    public async Task Get_Artists_ComparesTheMeansOfTheirRecordings()
    {
        var songs = PlantedLibrary.Songs(60).Select((planted, index) => planted.Song with { Artist = $"Artist {index % 6}", Plays = [.. Enumerable.Range(0, 1 + (index % 6)).Select(Moment)] }).ToList();
        var listener = await _host.AddAsync(songs);

        var body = await GetAsync("/api/stats/likeness?limit=4");

        var map = await _host.Moods.GetAsync(MoodMapRequest.OfLibrary(listener, MoodMapRequest.DefaultMoods), TestContext.Current.CancellationToken);
        var means = Enumerable.Range(0, map.TrackCount).GroupBy(map.ArtistAt, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => map.Features.Select((_, column) => group.Average(row => (double)map.StandingOf(row)[column])).ToArray(),
            StringComparer.Ordinal);
        var names = body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString() ?? "").ToList();
        Assert.Equal(["Artist 2", "Artist 3", "Artist 4", "Artist 5"], names.Order());
        for (var one = 0; one < 4; one++)
        {
            for (var other = 0; other < 4; other++)
            {
                Assert.Equal(Cosine(means[names[one]], means[names[other]]), body.GetProperty("similarities")[one][other].GetDouble(), 5);
            }
        }

        var csv = await _host.CreateClient().GetStringAsync(new Uri("/api/stats/likeness.csv?limit=4", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(1 + 6, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Get_PeriodWithoutPlays_HasNothingToCompare()
    {
        await _host.AddAsync(Played("a", 1), Played("b", 1, ("energy", 0.9)));

        var body = await GetAsync("/api/stats/likeness?from=2001-01-01&to=2001-12-31");

        Assert.Equal(0, body.GetProperty("total").GetInt32());
        Assert.Equal(JsonValueKind.Null, body.GetProperty("closest").ValueKind);
    }

    [Theory]
    [InlineData("?kind=albums")]
    [InlineData("?limit=1")]
    [InlineData("?limit=51")]
    [InlineData("?artist=x")]
    public async Task Get_WhatItCannotAnswer_IsRefused(string query)
    {
        await _host.AddAsync(Played("a", 1));

        using var response = await _host.CreateClient().GetAsync(new Uri($"/api/stats/likeness{query}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static Song Played(string id, int plays, params (string Key, double Value)[] features) =>
        Song.Of(id, features) with { Plays = [.. Enumerable.Range(0, plays).Select(Moment)] };

    private static DateTimeOffset Moment(int number) => s_first.AddHours(number);

    private static string? Id(JsonElement item) => item.GetProperty("id").GetString();

    private static double Similarity(JsonElement body, List<string?> order, string one, string other) =>
        body.GetProperty("similarities")[order.IndexOf(one)][order.IndexOf(other)].GetDouble();

    private static double Cosine(double[] one, double[] other) =>
        one.Zip(other, (a, b) => a * b).Sum() / Math.Sqrt(one.Sum(a => a * a) * other.Sum(b => b * b));

    private async Task<JsonElement> GetAsync(string address) =>
        await _host.CreateClient().GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
}
