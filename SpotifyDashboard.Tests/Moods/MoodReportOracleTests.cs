using System.Net.Http.Json;
using System.Text.Json;
using SpotifyDashboard.Tests.Numerics;

namespace SpotifyDashboard.Tests.Moods;

/// <summary>The report on 28,356 real songs against what scikit-learn makes of them (learning notes, set <c>_dedup_f9</c>).</summary>
public sealed class MoodReportOracleTests(MoodReportOracleTests.Library library) : IClassFixture<MoodReportOracleTests.Library>
{
    private static readonly Oracle s_oracle = Oracle.Of("songs2020_dedup_f9");

    [Theory]
    [InlineData("")]
    [InlineData("?k=5&features=9&starts=10")]
    [InlineData("?k=2")]
    [InlineData("?k=10")]
    public async Task Report_SongsOf2020_HasTheInertiaAndSilhouetteOfTheOracle(string query)
    {
        var report = await library.ReportAsync(query);

        var k = report.GetProperty("k").GetInt32();
        var best = s_oracle.K[k];
        Assert.Equal(28_356, report.GetProperty("trackCount").GetInt32());
        Assert.Equal(s_oracle.Features, report.GetProperty("features").EnumerateArray().Select(feature => feature.GetString()));
        Assert.InRange(report.GetProperty("inertia").GetDouble(), best.Inertia * (1 - 1e-5), best.Inertia * (1 + 1e-4));
        Assert.Equal(best.Silhouette ?? double.NaN, report.GetProperty("silhouette").GetDouble(), 0.01);
    }

    [Fact]
    public async Task Report_SongsOf2020_HasTheCentresOfTheOracle()
    {
        // Moods keep the numbers of the map that was asked for before; the oracle numbers by size, and the sizes are far apart.
        var clusters = (await library.ReportAsync("?k=5")).GetProperty("clusters").EnumerateArray()
            .OrderByDescending(cluster => cluster.GetProperty("trackCount").GetInt32())
            .ToList();

        foreach (var (cluster, center) in clusters.Zip(s_oracle.K[5].Centers))
        {
            var standing = s_oracle.Features.Select((feature, column) =>
                (cluster.GetProperty("centroid").GetProperty(feature).GetDouble() - s_oracle.Mean[column]) / s_oracle.Deviation[column]);
            Assert.All(standing.Zip(center), pair => Assert.Equal(pair.Second, pair.First, 0.02));
        }

        Assert.Equal(28_356, clusters.Sum(cluster => cluster.GetProperty("trackCount").GetInt32()));
        Assert.Equal(1, clusters.Sum(cluster => cluster.GetProperty("share").GetDouble()), 1e-9);
    }

    [Fact]
    public async Task Report_SongsOf2020_ExplainsTheVarianceOfTheOracle()
    {
        var ratios = (await library.ReportAsync("")).GetProperty("explainedVariance").EnumerateArray().Select(ratio => ratio.GetDouble()).ToList();

        Assert.Equal(3, ratios.Count);
        Assert.All(ratios.Zip(s_oracle.Ratio), pair => Assert.Equal(pair.Second, pair.First, 1e-4));
    }

    [Theory]
    [InlineData("9")]
    [InlineData("13")]
    public async Task Report_SongsOf2020_NamesEveryMoodOnceAndPlainly(string features)
    {
        for (var k = 2; k <= 10; k++)
        {
            var names = (await library.ReportAsync($"?k={k}&features={features}")).GetProperty("clusters").EnumerateArray()
                .Select(cluster => cluster.GetProperty("name").GetString() ?? "")
                .ToList();

            Assert.Equal(k, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.All(names, name => Assert.Matches("^[A-Z][a-z ]+( · [a-z ]+){0,3}$", name));
        }
    }

    [Fact]
    public async Task Report_ThirteenFeatures_DropsTheOneNobodyKnowsAndSaysSo()
    {
        var report = await library.ReportAsync("?features=13");

        Assert.Equal(12, report.GetProperty("features").GetArrayLength());
        Assert.Equal(28_356, report.GetProperty("coverage").GetProperty("withFeatures").GetInt32());
        Assert.Contains("time_signature", report.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_WithPoints_PlacesEveryTrackInItsCluster()
    {
        var report = await library.ReportAsync("?points=true");

        var points = report.GetProperty("points").EnumerateArray().ToList();
        Assert.Equal(28_356, points.Select(point => point.GetProperty("trackId").GetString()).Distinct().Count());
        var sizes = points.CountBy(point => point.GetProperty("cluster").GetInt32()).OrderBy(pair => pair.Key).Select(pair => pair.Value);
        Assert.Equal(report.GetProperty("clusters").EnumerateArray().Select(cluster => cluster.GetProperty("trackCount").GetInt32()), sizes);
        Assert.Equal(0, points.Average(point => point.GetProperty("x").GetDouble()), 1e-3);
    }

    /// <summary>The songs stored once for all tests of the class.</summary>
    public sealed class Library : IAsyncLifetime
    {
        private readonly MoodsHost _host = new();

        public async ValueTask InitializeAsync() => await _host.AddAsync(SongsOf2020.Read());

        public async Task<JsonElement> ReportAsync(string query) =>
            await _host.CreateClient().GetFromJsonAsync<JsonElement>($"/api/analysis/report{query}", TestContext.Current.CancellationToken);

        public ValueTask DisposeAsync() => _host.DisposeAsync();
    }
}
