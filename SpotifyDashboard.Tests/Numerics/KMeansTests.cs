using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Numerics;

public sealed class KMeansTests
{
    [Fact]
    public void Fit_TwoSeparatedPairs_FindsTheirMeans()
    {
        // By hand: the means of {0, 2} and {10, 12} are 1 and 11; every point lies 1 away, so the inertia is 4 · 1².
        var model = KMeans.Fit(Matrices.Column(0, 2, 10, 12), new KMeansOptions(Clusters: 2));

        Assert.Equal([1, 11], model.Centroids);
        Assert.Equal([0, 0, 1, 1], model.Labels);
        Assert.Equal([2, 2], model.Sizes);
        Assert.Equal(4, model.Inertia);
        Assert.True(model.Converged);
    }

    [Fact]
    public void Fit_UnequalClusters_AreNumberedByFallingSize()
    {
        var model = KMeans.Fit(Matrices.Column(100, 0, 1, 50, 51, 2), new KMeansOptions(Clusters: 3));

        Assert.Equal([3, 2, 1], model.Sizes);
        Assert.Equal([2, 0, 0, 1, 1, 0], model.Labels);
    }

    [Fact]
    public void Fit_WeightedRows_PullTheirCentroid()
    {
        // {0, 4} with weights 3 and 1 has its mean at 4 / 4 = 1, and the inertia 3 · 1² + 1 · 3² = 12.
        var options = new KMeansOptions(Clusters: 2) { Weights = new float[] { 3, 1, 1 } };

        var model = KMeans.Fit(Matrices.Column(0, 4, 100), options);

        Assert.Equal([1, 100], model.Centroids);
        Assert.Equal([2, 1], model.Sizes);
        Assert.Equal(12, model.Inertia);
    }

    [Fact]
    public void Fit_WholeWeights_EqualRepeatedRows()
    {
        var (matrix, _) = Matrices.Planted(rows: 300, columns: 4, moods: 5);
        var weights = Enumerable.Range(0, 300).Select(row => (float)((row % 3) + 1)).ToArray();
        var repeated = matrix.SelectRows([.. Enumerable.Range(0, 300).SelectMany(row => Enumerable.Repeat(row, (row % 3) + 1))]);

        var weighted = KMeans.Fit(matrix, new KMeansOptions(Clusters: 5, Tolerance: 0) { Weights = weights });
        var plain = KMeans.Fit(repeated, new KMeansOptions(Clusters: 5, Tolerance: 0));

        Close.Assert(plain.Inertia, weighted.Inertia, 1e-9);
    }

    [Fact]
    public void Fit_RowOfWeightZero_GetsALabelButMovesNothing()
    {
        var options = new KMeansOptions(Clusters: 2) { Weights = new float[] { 1, 1, 0, 1, 1 } };

        var model = KMeans.Fit(Matrices.Column(0, 2, 5, 10, 12), options);

        Assert.Equal([1, 11], model.Centroids.Order());
        Assert.Equal(model.Labels[0], model.Labels[2]);
    }

    [Fact]
    public void Fit_FewerRowsThanClusters_NamesBothNumbers()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Fit(Matrices.Column(1, 2, 3), new KMeansOptions(Clusters: 5)));

        Assert.StartsWith("3 rows make at most 3 clusters, not 5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_NoRows_NamesBothNumbers() =>
        Assert.StartsWith(
            "0 rows make at most 0 clusters, not 1",
            Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Fit(Matrices.Column(), new KMeansOptions(Clusters: 1))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Fit_AsManyRowsAsClusters_GivesEachItsOwn()
    {
        var model = KMeans.Fit(Matrices.Noise(5, 9), new KMeansOptions(Clusters: 5));

        Assert.Equal([1, 1, 1, 1, 1], model.Sizes);
        Assert.Equal(5, model.Labels.Distinct().Count());
        Assert.Equal(0, model.Inertia);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Fit_FewerDistinctRowsThanClusters_GivesAsManyClustersAsDistinctRows(int distinct)
    {
        var noise = Matrices.Noise(distinct, 9);
        var matrix = noise.SelectRows([.. Enumerable.Range(0, 20).Select(row => row % distinct)]);

        var model = KMeans.Fit(matrix, new KMeansOptions(Clusters: 5));

        Assert.Equal(distinct, model.Clusters);
        Assert.Equal(distinct, model.Labels.Distinct().Count());
        Assert.Equal(0, model.Inertia);
    }

    [Fact]
    public void Fit_OneRow_IsItsOwnCluster()
    {
        var model = KMeans.Fit(Matrices.Of([1, 2]), new KMeansOptions(Clusters: 1));

        Assert.Equal([1, 2], model.Centroids);
        Assert.Equal([0], model.Labels);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Fit_ValueNotFinite_NamesRowAndFeature(float bad)
    {
        var error = Assert.Throws<ArgumentException>(() => KMeans.Fit(Matrices.Of([1, 2], [3, bad]), new KMeansOptions(Clusters: 1)));

        Assert.StartsWith("Row 1 ", error.Message, StringComparison.Ordinal);
        Assert.Contains("'f1'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_ValuesWhoseSquaresOverflow_AsksToScaleThem()
    {
        var error = Assert.Throws<ArgumentException>(() => KMeans.Fit(Matrices.Column(-1e30f, 0, 1e30f), new KMeansOptions(2)));

        Assert.Contains("scale the features first", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e-25f)]
    [InlineData(1e15f)]
    public void Fit_TinyOrHugeUnits_FindsTheSameClusters(float unit)
    {
        var model = KMeans.Fit(Matrices.Column(0, 2 * unit, 10 * unit, 12 * unit), new KMeansOptions(2));

        Assert.Equal([0, 0, 1, 1], model.Labels);
    }

    [Fact]
    public void Fit_FeatureFarFromZero_FindsTheSameClusters()
    {
        // Squares of a year are 4e6, and float resolves a quarter there: without centring the pairs would blur.
        var model = KMeans.Fit(Matrices.Column(2000, 2000.1f, 2000.4f, 2000.5f), new KMeansOptions(2));

        Assert.Equal([0, 0, 1, 1], model.Labels);
    }

    [Theory]
    [InlineData(new float[] { 1, 1 }, "2 weights do not weigh 3 rows")]
    [InlineData(new float[] { 1, -1, 1 }, "Row 1 has weight -1")]
    [InlineData(new float[] { 1, 1, float.NaN }, "Row 2 has weight NaN")]
    [InlineData(new float[] { 0, 0, 0 }, "All weights are 0")]
    public void Fit_UnusableWeights_SaysWhatIsWrong(float[] weights, string expected)
    {
        var options = new KMeansOptions(Clusters: 1) { Weights = weights };

        var error = Assert.Throws<ArgumentException>(() => KMeans.Fit(Matrices.Column(1, 2, 3), options));

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 10, 300, 0, "Clusters")]
    [InlineData(2, 0, 300, 0, "Starts")]
    [InlineData(2, 10, 0, 0, "MaxRounds")]
    [InlineData(2, 10, 300, -1, "Tolerance")]
    [InlineData(2, 10, 300, double.NaN, "Tolerance")]
    public void Fit_OptionBelowItsMinimum_IsNamed(int clusters, int starts, int rounds, double tolerance, string option)
    {
        var options = new KMeansOptions(clusters, starts, rounds, Tolerance: tolerance);

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Fit(Matrices.Column(1, 2, 3), options));

        Assert.StartsWith(option, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_Cancelled_Stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() =>
            KMeans.Fit(Matrices.Noise(6000, 9), new KMeansOptions(Clusters: 5), new CancellationToken(canceled: true)));

    [Theory]
    [InlineData(300)]
    [InlineData(20_011)]
    public void Fit_ToTheEnd_EveryCentroidIsTheMeanOfItsRows(int rows)
    {
        var matrix = Matrices.Noise(rows, 5);

        var model = KMeans.Fit(matrix, new KMeansOptions(Clusters: 6, Starts: 2, Tolerance: 0));

        Assert.True(model.Converged);
        for (var cluster = 0; cluster < 6; cluster++)
        {
            var members = Enumerable.Range(0, rows).Where(row => model.Labels[row] == cluster).ToList();
            Assert.Equal(model.Sizes[cluster], members.Count);
            for (var column = 0; column < 5; column++)
            {
                Assert.Equal(members.Average(row => (double)matrix[row, column]), model.Centroid(cluster)[column], 1e-3);
            }
        }
    }

    [Fact]
    public void Fit_AnyData_EveryRowBelongsToItsNearestCentroidAndDistancesAddUpToTheInertia()
    {
        var matrix = Matrices.Noise(7003, 9);

        var model = KMeans.Fit(matrix, new KMeansOptions(Clusters: 7));

        var inertia = 0.0;
        for (var row = 0; row < matrix.Rows; row++)
        {
            var distances = Enumerable.Range(0, 7).Select(cluster => SquaredDistance(matrix.Row(row), model.Centroid(cluster))).ToArray();
            Assert.Equal(distances.Min(), distances[model.Labels[row]]);
            inertia += distances.Min();
        }

        Close.Assert(inertia, model.Inertia, 1e-12);
    }

    [Fact]
    public void Fit_MoreClusters_LowersTheInertia()
    {
        var matrix = Matrices.Noise(500, 4);

        var inertias = Enumerable.Range(1, 9).Select(k => KMeans.Fit(matrix, new KMeansOptions(k)).Inertia).ToArray();

        Assert.Equal(inertias.OrderDescending(), inertias);
        Assert.Equal(9, inertias.Distinct().Count());
    }

    [Fact]
    public void Fit_MoreStarts_NeverEndsHigher()
    {
        var matrix = Matrices.Noise(500, 4);

        var inertias = new[] { 1, 2, 5, 10, 30 }.Select(starts => KMeans.Fit(matrix, new KMeansOptions(8, starts)).Inertia).ToArray();

        // Starts are compared before the last assignment, which moves the inertia by less than this.
        Assert.All(inertias.Zip(inertias.Skip(1)), pair => Assert.True(pair.Second <= pair.First * (1 + 1e-3), $"{pair}"));
        Assert.True(inertias[^1] < inertias[0]);
    }

    [Theory]
    [InlineData(900)]
    [InlineData(20_011)]
    public void Fit_AnyNumberOfWorkers_GivesTheSameBits(int rows)
    {
        var matrix = Matrices.Noise(rows, 9);
        var models = new[] { 1, 2, 3, 7 }.Select(workers => KMeans.Fit(matrix, new KMeansOptions(5) { Workers = workers })).ToArray();

        Assert.All(models, model => Assert.Equal(models[0].Labels, model.Labels));
        Assert.All(models, model => Assert.Equal(models[0].Centroids, model.Centroids));
        Assert.All(models, model => Assert.Equal(models[0].Inertia, model.Inertia));
    }

    [Fact]
    public void Fit_OtherSeed_DrawsOtherStarts()
    {
        var matrix = Matrices.Noise(500, 4);

        var inertias = Enumerable.Range(0, 5).Select(seed => KMeans.Fit(matrix, new KMeansOptions(8, Starts: 1, Seed: seed)).Inertia);

        Assert.True(inertias.Distinct().Count() > 1);
    }

    [Fact]
    public void Fit_PlantedMoods_FindsThem()
    {
        var (matrix, moods) = Matrices.Planted(rows: 900, columns: 9, moods: 5);

        var model = KMeans.Fit(matrix, new KMeansOptions(Clusters: 5));

        Assert.True(AdjustedRandIndex.Between(moods, model.Labels.AsSpan()) >= 0.95);
    }

    [Fact]
    public void Fit_OneRound_SaysThatItDidNotComeToRest()
    {
        var model = KMeans.Fit(Matrices.Noise(500, 4), new KMeansOptions(Clusters: 8, Starts: 1, MaxRounds: 1));

        Assert.Equal((1, false), (model.Rounds, model.Converged));
    }

    private static double SquaredDistance(ReadOnlySpan<float> row, ReadOnlySpan<double> centroid)
    {
        var sum = 0.0;
        for (var column = 0; column < row.Length; column++)
        {
            sum += (row[column] - centroid[column]) * (row[column] - centroid[column]);
        }

        return sum;
    }
}
