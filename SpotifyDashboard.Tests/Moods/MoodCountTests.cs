using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Moods;

/// <summary>Which number of moods is suggested, with its reason.</summary>
public sealed class MoodCountTests : IAsyncDisposable
{
    private readonly MoodsHost _host = new();

    [Fact]
    public async Task Count_FivePlantedMoods_IsSuggestedWithAllFigures()
    {
        await _host.AddAsync(PlantedLibrary.Songs(300).Select(pair => pair.Song));

        var answer = await AskAsync("");

        Assert.Equal(["features", "trackCount", "suggested", "groups", "reason", "default", "numbers"], answer.EnumerateObject().Select(property => property.Name));
        Assert.Equal(5, answer.GetProperty("suggested").GetInt32());
        Assert.Equal("clear", answer.GetProperty("groups").GetString());
        Assert.StartsWith("5 moods suit these tracks best: beyond them, more help little, and they stand apart (silhouette 0.", answer.GetProperty("reason").GetString(), StringComparison.Ordinal);
        var numbers = answer.GetProperty("numbers").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(2, 9), numbers.Select(number => number.GetProperty("k").GetInt32()));
        Assert.Equal(["k", "silhouette", "calinskiHarabasz", "stability", "inertia"], numbers[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(numbers.OrderByDescending(number => number.GetProperty("inertia").GetDouble()), numbers);
    }

    [Fact]
    public async Task Count_OneCloudOfTracks_IsNotCalledNaturalGroups()
    {
        var random = new Random(1);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        await _host.AddAsync(Enumerable.Range(0, 400).Select(number => Song.Of($"song{number}", [.. FeatureSet.Nine.Keys.Select(key => (key, Normal()))])));

        var answer = await AskAsync("?features=9");

        Assert.Equal("none", answer.GetProperty("groups").GetString());
        Assert.Contains("without natural groups", answer.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(5, answer.GetProperty("default").GetInt32());
    }

    [Fact]
    public async Task Count_TooFewTracks_SuggestsNothing()
    {
        await _host.AddAsync(PlantedLibrary.Songs(2).Select(pair => pair.Song));

        var answer = await AskAsync("");

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("suggested").ValueKind);
        Assert.Equal("unknown", answer.GetProperty("groups").GetString());
    }

    [Theory]
    [InlineData("?emphasis=energy", "energy")]
    [InlineData("?features=loudnes", "loudnes")]
    [InlineData("?k=5", "k")]
    [InlineData("?scope=all", "scope")]
    public async Task Count_BadOrUnknownParameter_IsRefusedByName(string query, string named)
    {
        await _host.AddAsync(Song.Of("one"));

        var answer = await _host.CreateClient().GetAsync($"/api/analysis/k{query}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(named, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void Reason_OfAnUnstableSuggestion_SaysHowUnstable()
    {
        var answer = new ClusterCountAnswer([new ClusterCountFigures(3, 10, 0.4, 20, 0.71)], 3, ClusterCountReason.TouchingGroups);

        Assert.Equal(
            "3 moods suit these tracks best: beyond them, more help little. They keep apart, though they touch (silhouette 0.40). Samples of your tracks give them only roughly again (agreement 0.71 of 1).",
            MoodCountWords.ReasonOf(answer, CultureInfo.InvariantCulture));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private Task<JsonElement> AskAsync(string query) =>
        _host.CreateClient().GetFromJsonAsync<JsonElement>($"/api/analysis/k{query}", TestContext.Current.CancellationToken);
}
