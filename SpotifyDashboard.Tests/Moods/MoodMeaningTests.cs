using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;

namespace SpotifyDashboard.Tests.Moods;

/// <summary>What a map says about itself: its axes, its outliers, and what emphasis does.</summary>
public sealed class MoodMeaningTests : IAsyncDisposable
{
    private readonly MoodsHost _host = new();

    [Fact]
    public async Task Axis_OfOneContrast_IsNamedByWhatGrowsTowardsEachEnd()
    {
        // Only energy and acousticness differ, and always against each other.
        var listener = await _host.AddAsync(Enumerable.Range(0, 40).Select(number => Song.Of($"song{number}", ("energy", number / 40.0), ("acousticness", 1 - (number / 40.0)))));

        var axis = (await MapAsync(MoodsHost.Ask(listener, moods: 2))).AxisAt(0);

        Assert.Contains(axis.Words, new[] { "acoustic ↔ energetic", "energetic ↔ acoustic" });
        Assert.Equal(1, axis.Share, 1e-6);
        Assert.Equal(1, axis.Loadings.Sum(loading => loading * loading), 1e-9);
    }

    [Fact]
    public async Task Axis_AlongWhichNothingDiffers_SaysNothing()
    {
        var listener = await _host.AddAsync(Enumerable.Range(0, 40).Select(number => Song.Of($"song{number}", ("energy", number / 40.0))));

        var map = await MapAsync(MoodsHost.Ask(listener, moods: 2));

        Assert.Equal("calm ↔ energetic", map.AxisAt(0).Words);
        Assert.Equal("nothing", map.AxisAt(1).Words);
    }

    [Fact]
    public async Task Outliers_OneSilentTrack_IsNamedWithTheFeatureThatMakesItSo()
    {
        var listener = await _host.AddAsync([.. PlantedLibrary.Songs(300).Select(pair => pair.Song), PlantedLibrary.Songs(1, first: 700)[0].Song with { Id = "silent", Features = Silent() }]);

        var map = await MapAsync(MoodsHost.Ask(listener));

        var farthest = map.Outliers.Farthest[0];
        Assert.Equal("silent", map.TrackAt(farthest.Row).PublicId);
        Assert.Equal(Feature.Loudness, farthest.Feature);
        Assert.True(farthest.Score > MoodOutliers.Threshold);
        Assert.EndsWith("deviations quieter than its mood (loudness -100.0 dB)", farthest.Describe(map, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(map.Outliers.Farthest.OrderByDescending(outlier => outlier.Score), map.Outliers.Farthest);
    }

    [Fact]
    public async Task Outliers_OfFewTracks_AreNone()
    {
        var listener = await _host.AddAsync(PlantedLibrary.Songs(12).Select(pair => pair.Song));

        Assert.Equal(0, (await MapAsync(MoodsHost.Ask(listener, moods: 2))).Outliers.Count);
    }

    [Fact]
    public async Task Emphasis_OfOneFeature_SplitsByItAndLeavesValuesAsTheyAre()
    {
        // Tracks differ about as much in liveness as in energy; what weighs three times decides.
        var random = new Random(3);
        var listener = await _host.AddAsync(Enumerable.Range(0, 200).Select(number => Song.Of($"song{number}", ("energy", random.NextDouble()), ("liveness", random.NextDouble()))));

        var byEnergy = await MapAsync(MoodsHost.Ask(listener, moods: 2) with { Emphasis = FeatureEmphasis.None.With(Feature.Energy, 3) });
        var byLiveness = await MapAsync(MoodsHost.Ask(listener, moods: 2) with { Emphasis = FeatureEmphasis.None.With(Feature.Liveness, 3) });

        Assert.InRange(Apart(byEnergy, Feature.Energy), 0.4, 1);
        Assert.InRange(Apart(byEnergy, Feature.Liveness), 0, 0.1);
        Assert.InRange(Apart(byLiveness, Feature.Liveness), 0.4, 1);
        Assert.Equal(byEnergy.ValuesOf(7).ToArray(), byLiveness.ValuesOf(7).ToArray());
        Assert.Equal(byEnergy.StandingOf(7).ToArray(), byLiveness.StandingOf(7).ToArray());
        Assert.InRange(byEnergy.Moods.Min(mood => byEnergy.DistanceTo(7, mood.Number)), 0, byEnergy.Distances[7] + 1e-6);
    }

    [Fact]
    public async Task Emphasis_OfAFeatureThatIsLeftOut_ChangesNothing()
    {
        var listener = await _host.AddAsync(PlantedLibrary.Songs(60).Select(pair => pair.Song));

        var plain = await MapAsync(MoodsHost.Ask(listener));
        var same = await MapAsync(MoodsHost.Ask(listener) with { Emphasis = FeatureEmphasis.None.With(Feature.DurationMs, 3) });

        Assert.Same(plain, same);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private Task<MoodMap> MapAsync(MoodMapRequest request) => _host.Moods.GetAsync(request, TestContext.Current.CancellationToken);

    private static double Apart(MoodMap map, Feature feature) =>
        Math.Abs(map.Moods[0].Centroid[map.Features.IndexOf(feature)] - map.Moods[1].Centroid[map.Features.IndexOf(feature)]);

    private static Dictionary<string, double> Silent() => new(PlantedLibrary.Songs(1, first: 700)[0].Song.Features) { ["loudness"] = -100 };
}
