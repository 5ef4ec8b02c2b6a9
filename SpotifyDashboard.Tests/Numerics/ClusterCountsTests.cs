using System.Collections.Concurrent;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Numerics;

public sealed class ClusterCountsTests
{
    private const int Worlds = 20;

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Evaluate_PlantedWorlds_SuggestsTheirNumberInNineOfTen(int noiseFeatures)
    {
        var right = 0;
        for (var world = 0; world < Worlds; world++)
        {
            var groups = 3 + (world % 6);
            var answer = ClusterCounts.Evaluate(World(world, groups, noiseFeatures), new ClusterCountOptions(Resamples: 5));
            right += answer.Suggested == groups ? 1 : 0;
        }

        Assert.InRange(right, (int)Math.Ceiling(0.9 * Worlds), Worlds);
    }

    [Fact]
    public void Evaluate_ClearGroups_SaysSo()
    {
        var (matrix, _) = Matrices.Planted(600, 6, 4);

        var answer = ClusterCounts.Evaluate(matrix);

        Assert.Equal((4, ClusterCountReason.ClearGroups), (answer.Suggested, answer.Reason));
        Assert.Equal(1, answer.Evaluated.Single(figures => figures.Clusters == 4).Stability);
        Assert.True(answer.Evaluated.Single(figures => figures.Clusters == 7).Stability < 0.95);
    }

    [Theory]
    [InlineData("songs2020_stride1000_f9")]
    [InlineData("songs2020_f12")]
    public void Evaluate_RealSongs_ClaimsNoNaturalGroups(string set)
    {
        var answer = ClusterCounts.Evaluate(Songs2020.LoadScaled(set), new ClusterCountOptions(Resamples: 1));

        Assert.Equal(ClusterCountReason.NoNaturalGroups, answer.Reason);
        Assert.NotNull(answer.Suggested);
    }

    [Fact]
    public void Evaluate_RealSongs_GivesTheFiguresOfEachNumber()
    {
        var songs = Songs2020.LoadScaled("songs2020_stride1000_f9");
        var told = new Told();

        var answer = ClusterCounts.Evaluate(songs, progress: told);

        Assert.Equal(Enumerable.Range(2, 9), answer.Evaluated.Select(figures => figures.Clusters));
        Assert.Equal(answer.Evaluated.ToHashSet(), told.Figures.ToHashSet());
        foreach (var figures in answer.Evaluated)
        {
            var model = KMeans.Fit(songs, new KMeansOptions(figures.Clusters));
            Assert.Equal(model.Inertia, figures.Inertia);
            Assert.Equal(Silhouette.Mean(songs, model.Labels.AsSpan()), figures.Silhouette);
            Assert.Equal(CalinskiHarabasz.Of(songs, model.Labels.AsSpan()), figures.CalinskiHarabasz);
            Assert.Equal(ClusterStability.OverResamples(songs, model, new KMeansOptions(figures.Clusters)), figures.Stability);
        }
    }

    [Fact]
    public void Evaluate_AnyNumberOfThreads_GivesTheSameBits()
    {
        var songs = Songs2020.LoadScaled("songs2020_stride1000_f9");

        var one = ClusterCounts.Evaluate(songs, new ClusterCountOptions(Resamples: 3) { Workers = 1 });
        var four = ClusterCounts.Evaluate(songs, new ClusterCountOptions(Resamples: 3) { Workers = 4 });

        Assert.Equal(one.Evaluated, four.Evaluated);
        Assert.Equal(one.Suggested, four.Suggested);
    }

    [Fact]
    public void Evaluate_TooFewRows_SuggestsNothing()
    {
        var answer = ClusterCounts.Evaluate(Matrices.Column(1, 2));

        Assert.Empty(answer.Evaluated);
        Assert.Equal((null, ClusterCountReason.TooFewRows), (answer.Suggested, answer.Reason));
    }

    [Fact]
    public void Evaluate_FewerDistinctRowsThanClusters_LeavesThoseNumbersOut()
    {
        var answer = ClusterCounts.Evaluate(Matrices.Column([.. Enumerable.Range(0, 30).Select(row => (float)(row % 3) * (row % 3))]));

        Assert.Equal([2, 3], answer.Evaluated.Select(figures => figures.Clusters));
        Assert.Equal((3, ClusterCountReason.ClearGroups), (answer.Suggested, answer.Reason));
    }

    [Fact]
    public void Evaluate_Weights_GoToTheSearch()
    {
        var weights = Enumerable.Range(0, 90).Select(row => row < 45 ? 0f : 1f).ToArray();
        var (matrix, _) = Matrices.Planted(90, 3, 3);

        var answer = ClusterCounts.Evaluate(matrix, new ClusterCountOptions(Most: 4) { Weights = weights });

        Assert.Equal(KMeans.Fit(matrix, new KMeansOptions(3) { Weights = weights }).Inertia, answer.Evaluated[1].Inertia);
    }

    [Fact]
    public void Evaluate_NotANumber_NamesRowAndFeature() =>
        Assert.Contains("feature 'f0'", Assert.Throws<ArgumentException>(() => ClusterCounts.Evaluate(Matrices.Column(1, 2, float.NaN))).Message, StringComparison.Ordinal);

    [Fact]
    public void Evaluate_OneClusterAskedFor_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ClusterCounts.Evaluate(Matrices.Column(1, 2, 3), new ClusterCountOptions(Fewest: 1)));

    [Fact]
    public void Evaluate_Cancelled_Stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() =>
            ClusterCounts.Evaluate(Matrices.Noise(100, 3), cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public void OverSeeds_RealSongs_IsTheMeanAgreementOfEveryTwo()
    {
        var songs = Songs2020.LoadScaled("songs2020_stride1000_f9");
        var labels = Enumerable.Range(42, 3).Select(seed => KMeans.Fit(songs, new KMeansOptions(5, Starts: 1, Seed: seed)).Labels.ToArray()).ToList();
        var expected = (AdjustedRandIndex.Between(labels[0], labels[1]) + AdjustedRandIndex.Between(labels[0], labels[2]) + AdjustedRandIndex.Between(labels[1], labels[2])) / 3;

        Assert.Equal(expected, ClusterStability.OverSeeds(songs, new KMeansOptions(5, Starts: 1), runs: 3), 12);
        Assert.True(expected < 0.95);
    }

    [Fact]
    public void OverResamples_WeightsAlmostAllZero_StillFindsARowThatWeighs()
    {
        var weights = new float[200];
        weights[150] = 1;
        var matrix = Matrices.Noise(200, 2);
        var options = new KMeansOptions(1) { Weights = weights };

        Assert.Equal(1, ClusterStability.OverResamples(matrix, KMeans.Fit(matrix, options), options));
    }

    [Fact]
    public void OverResamples_LabelsOfOtherRows_AreRefused() =>
        Assert.Throws<ArgumentException>(() =>
            ClusterStability.OverResamples(Matrices.Noise(20, 2), KMeans.Fit(Matrices.Noise(10, 2), new KMeansOptions(2)), new KMeansOptions(2)));

    /// <summary>Round groups of unequal size, centres at 2.5 deviations, and features that say nothing; scaled.</summary>
    private static FeatureMatrix World(int seed, int groups, int noiseFeatures)
    {
        const int Rows = 700;
        const int Telling = 9;
        var columns = Telling + noiseFeatures;
        var centers = Matrices.Noise(groups, Telling, (100 * seed) + 1);
        var noise = Matrices.Noise(Rows, columns, (100 * seed) + 2);
        var random = new Random((100 * seed) + 3);
        var values = noise.Values.ToArray();
        for (var row = 0; row < Rows; row++)
        {
            var group = seed % 2 == 0 ? row % groups : Math.Min(groups - 1, (int)(groups * Math.Pow(random.NextDouble(), 1.5)));
            for (var column = 0; column < Telling; column++)
            {
                values[(row * columns) + column] += 2.5f * centers[group, column];
            }
        }

        var world = new FeatureMatrix(noise.Features, values);
        return StandardScaler.Fit(world).Transform(world);
    }

    private sealed class Told : IProgress<ClusterCountFigures>
    {
        public ConcurrentBag<ClusterCountFigures> Figures { get; } = [];

        public void Report(ClusterCountFigures value) => Figures.Add(value);
    }
}
