using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SpotifyDashboard.Tests.Moods;

public sealed class MoodReportTests : IAsyncDisposable
{
    private readonly MoodsHost _host = new();

    [Fact]
    public async Task Report_OfALibrary_HasTheShapeOfTheContract()
    {
        await _host.AddAsync(PlantedLibrary.Songs(60).Select(pair => pair.Song));

        var report = await _host.CreateClient().GetFromJsonAsync<JsonElement>("/api/analysis/report?points=true&tone=roast", TestContext.Current.CancellationToken);

        Assert.Equal(
            ["features", "k", "trackCount", "coverage", "inertia", "silhouette", "stability", "explainedVariance", "clusters", "points", "narrative", "notes"],
            report.EnumerateObject().Select(property => property.Name));
        Assert.Equal(JsonValueKind.Null, report.GetProperty("narrative").ValueKind);
        Assert.Equal(["withFeatures", "total"], report.GetProperty("coverage").EnumerateObject().Select(property => property.Name));
        var cluster = report.GetProperty("clusters")[0];
        Assert.Equal(["id", "name", "was", "share", "trackCount", "centroid", "representatives"], cluster.EnumerateObject().Select(property => property.Name));
        Assert.Equal(5, cluster.GetProperty("representatives").GetArrayLength());
        Assert.Contains("instrumentalness", cluster.GetProperty("centroid").EnumerateObject().Select(property => property.Name));
        var point = report.GetProperty("points")[0];
        Assert.Equal(["trackId", "title", "artist", "cluster", "x", "y", "z"], point.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Report_PointsNotAskedFor_LeavesThemOut()
    {
        await _host.AddAsync(PlantedLibrary.Songs(20).Select(pair => pair.Song));

        var report = await _host.CreateClient().GetFromJsonAsync<JsonElement>("/api/analysis/report", TestContext.Current.CancellationToken);

        Assert.False(report.TryGetProperty("points", out _));
    }

    [Theory]
    [InlineData("k=1", "k")]
    [InlineData("k=11", "k")]
    [InlineData("k=five", "k")]
    [InlineData("features=8", "features")]
    [InlineData("features=energy,loudnes", "loudnes")]
    [InlineData("emphasis=energy:9", "energy:9")]
    [InlineData("scope=all", "scope")]
    [InlineData("weight=ms", "weight")]
    [InlineData("from=1.5.2024", "from")]
    [InlineData("from=2024-05-02&to=2024-05-01", "to")]
    [InlineData("count=most", "count")]
    [InlineData("points=yes", "points")]
    [InlineData("tone=kind", "tone")]
    [InlineData("starts=0", "starts")]
    [InlineData("moods=5", "moods")]
    public async Task Report_BadOrUnknownParameter_IsRefusedByName(string query, string named)
    {
        await _host.AddAsync(Song.Of("one"));

        var answer = await _host.CreateClient().GetAsync($"/api/analysis/report?{query}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(named, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_NamedFeatures_UsesThoseInTheOrderOfTheColumns()
    {
        await _host.AddAsync(PlantedLibrary.Songs(20).Select(pair => pair.Song));

        var report = await _host.CreateClient().GetFromJsonAsync<JsonElement>("/api/analysis/report?features=valence,energy", TestContext.Current.CancellationToken);

        Assert.Equal(["energy", "valence"], report.GetProperty("features").EnumerateArray().Select(feature => feature.GetString()));
    }

    [Fact]
    public async Task Report_NoListener_Is404()
    {
        var answer = await _host.CreateClient().GetAsync("/api/analysis/report", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Report_ListenerWithoutFeatures_IsEmptyAndCountsTheTracks()
    {
        await _host.AddAsync(new Song("a", new Dictionary<string, double>()));

        var report = await _host.CreateClient().GetFromJsonAsync<JsonElement>("/api/analysis/report", TestContext.Current.CancellationToken);

        Assert.Equal(0, report.GetProperty("trackCount").GetInt32());
        Assert.Equal(1, report.GetProperty("coverage").GetProperty("total").GetInt32());
        Assert.Equal(0, report.GetProperty("clusters").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("silhouette").ValueKind);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
