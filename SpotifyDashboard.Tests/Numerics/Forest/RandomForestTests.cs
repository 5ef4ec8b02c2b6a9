using SpotifyDashboard.Numerics;
using SpotifyDashboard.Numerics.Forest;

namespace SpotifyDashboard.Tests.Numerics.Forest;

/// <summary>The forest on small data: what it answers at the edges, and that nothing but the seed decides.</summary>
public sealed class RandomForestTests
{
    private static readonly RandomForestOptions s_small = new(Trees: 20);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Fit_WithMoreThreads_AnswersTheSameToTheLastBit(int workers)
    {
        var (rows, classes) = Matrices.Planted(700, 9, 5);
        var alone = RandomForest.Fit(rows, classes, 5, s_small with { Workers = 1 }, TestContext.Current.CancellationToken);

        var forest = RandomForest.Fit(rows, classes, 5, s_small with { Workers = workers }, TestContext.Current.CancellationToken);

        Assert.Equal(alone.PredictProbabilities(rows), forest.PredictProbabilities(rows));
        Assert.Equal(alone.Importances, forest.Importances);
    }

    [Fact]
    public void Fit_WithAnotherSeed_AnswersOtherwise()
    {
        var (rows, classes) = Matrices.Planted(200, 4, 3);

        var first = RandomForest.Fit(rows, classes, 3, s_small, TestContext.Current.CancellationToken);
        var second = RandomForest.Fit(rows, classes, 3, s_small with { Seed = 43 }, TestContext.Current.CancellationToken);

        Assert.NotEqual(first.PredictProbabilities(rows), second.PredictProbabilities(rows));
    }

    [Fact]
    public void Predict_OneRow_AnswersAsAmongOthers()
    {
        var (rows, classes) = Matrices.Planted(300, 4, 3);
        var forest = RandomForest.Fit(rows, classes, 3, s_small, TestContext.Current.CancellationToken);

        var all = forest.PredictProbabilities(rows);

        Assert.Equal(all[^3..], forest.PredictProbabilities(rows.Row(299)));
        Assert.All(all.Chunk(3), row => Assert.Equal(1, row.Sum(), 1e-6));
    }

    [Fact]
    public void Fit_OneRow_KnowsOnlyItsClass()
    {
        var forest = RandomForest.Fit(Matrices.Of([1, 2]), [1], 3, s_small, TestContext.Current.CancellationToken);

        Assert.Equal([0, 1, 0], forest.PredictProbabilities([7, 7]));
        Assert.Equal([0, 0], forest.Importances);
    }

    [Fact]
    public void Fit_ConstantFeatures_AnswersTheWeightedShares()
    {
        var rows = Matrices.Of([.. Enumerable.Repeat(new[] { 0.1f, 5f }, 40)]);
        int[] classes = [.. Enumerable.Range(0, 40).Select(row => row < 30 ? 0 : 1)];

        var balanced = RandomForest.Fit(rows, classes, 2, new RandomForestOptions(), TestContext.Current.CancellationToken);
        var plain = RandomForest.Fit(rows, classes, 2, new RandomForestOptions(Balanced: false), TestContext.Current.CancellationToken);

        Assert.Equal(0.5, balanced.PredictProbabilities([0.1f, 5f])[0], 0.05);
        Assert.Equal(0.75, plain.PredictProbabilities([0.1f, 5f])[0], 0.05);
        Assert.Equal(1, plain.MeanNodes);
    }

    [Fact]
    public void Fit_OneConstantFeatureAmongOthers_NeverAsksIt()
    {
        var (planted, classes) = Matrices.Planted(200, 3, 2);
        var rows = new FeatureMatrix(["constant", "a", "b"], [.. Enumerable.Range(0, 200).SelectMany(row => new[] { 0.1f, planted[row, 1], planted[row, 2] })]);

        var forest = RandomForest.Fit(rows, classes, 2, s_small, TestContext.Current.CancellationToken);

        Assert.Equal(0, forest.Importances[0]);
        Assert.Equal(1, forest.Importances.Sum(), 1e-12);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void FitAndPredict_ValueThatIsNoNumber_NamesRowAndFeature(float bad)
    {
        var rows = Matrices.Of([1, 2], [3, bad]);
        var forest = RandomForest.Fit(Matrices.Of([1, 2], [3, 4]), [0, 1], 2, s_small, TestContext.Current.CancellationToken);

        var fit = Assert.Throws<ArgumentException>(() => RandomForest.Fit(rows, [0, 1], 2, s_small));
        var predict = Assert.Throws<ArgumentException>(() => forest.PredictProbabilities(rows));

        Assert.StartsWith("Row 1 (id 1) has ", fit.Message, StringComparison.Ordinal);
        Assert.Contains("feature 'f1'", predict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_ImpossibleArguments_SaysWhich()
    {
        var rows = Matrices.Of([1], [2]);

        Assert.Contains("Row 1 has class 2; classes are 0 to 1", Message(() => RandomForest.Fit(rows, [0, 2], 2, s_small)), StringComparison.Ordinal);
        Assert.Contains("1 classes do not name those of 2 rows", Message(() => RandomForest.Fit(rows, [0], 2, s_small)), StringComparison.Ordinal);
        Assert.Contains("Trees", Message(() => RandomForest.Fit(rows, [0, 1], 2, new RandomForestOptions(Trees: 0))), StringComparison.Ordinal);
        Assert.Contains("no rows", Message(() => RandomForest.Fit(new FeatureMatrix(["a"], []), [], 2, s_small)), StringComparison.Ordinal);

        static string Message(Action fit) => Assert.ThrowsAny<ArgumentException>(fit).Message;
    }

    [Fact]
    public void Fit_Cancelled_Stops()
    {
        var (rows, classes) = Matrices.Planted(200, 3, 2);

        Assert.ThrowsAny<OperationCanceledException>(() => RandomForest.Fit(rows, classes, 2, s_small, new CancellationToken(canceled: true)));
    }
}
