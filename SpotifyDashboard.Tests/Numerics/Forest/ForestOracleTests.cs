using SpotifyDashboard.Numerics;
using SpotifyDashboard.Numerics.Forest;

namespace SpotifyDashboard.Tests.Numerics.Forest;

/// <summary>The forest against scikit-learn on real data: genres of songs, and three data sets from elsewhere.</summary>
/// <remarks>On songs with fewer trees than the oracle's hundred, which moves accuracy by a few tenths of a point, so that the tests stay quick.</remarks>
public sealed class ForestOracleTests
{
    private const double Point = 0.01;

    [Fact]
    public void CrossValidation_GenresOfSongs_IsAsRightAsTheOracle()
    {
        var (rows, classes, expected) = ForestOracle.Songs();

        var report = CrossValidation.Run(rows, classes, 6, new RandomForestOptions(Trees: 25), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(expected.Accuracy.Mean, report.Accuracy.Value, Point);
        Assert.Equal(expected.MacroF1.Mean, report.MacroF1.Value, Point);
        Assert.Equal(expected.MajorityBaselineAccuracy, report.BaselineAccuracy.Value, 1e-12);
        Assert.Equal(expected.Counts, report.Folds.ClassRows);
        Assert.Equal(Verdict.BetterThanGuessing, report.Verdict);
    }

    [Fact]
    public void Fit_GenresOfSongs_GrowsAndWeighsLikeTheOracle()
    {
        var (rows, classes, expected) = ForestOracle.Songs();

        var forest = RandomForest.Fit(rows, classes, 6, new RandomForestOptions(Trees: 40), TestContext.Current.CancellationToken);

        Assert.Equal(expected.MeanNodesPerTree, forest.MeanNodes, 0.02 * expected.MeanNodesPerTree);
        Assert.Equal(StrongestThree(expected.Importances), StrongestThree(forest.Importances));
        for (var feature = 0; feature < expected.Importances.Length; feature++)
        {
            Assert.Equal(expected.Importances[feature], forest.Importances[feature], 0.015);
        }

        Assert.Equal(expected.TrainAccuracy, Accuracy(forest.PredictProbabilities(rows, TestContext.Current.CancellationToken), classes, 6), Point);
    }

    [Fact]
    public void Weights_GenresOfSongs_AreTheBalancedOnesOfTheOracle()
    {
        var (_, classes, expected) = ForestOracle.Songs();

        var weights = TrainingRows.Weigh(classes, 6, balanced: true);

        for (var one = 0; one < 6; one++)
        {
            Assert.Equal(expected.ClassWeightBalanced[expected.Classes[one]], weights[one], 1e-6);
        }
    }

    [Theory]
    [InlineData("iris")]
    [InlineData("wine")]
    [InlineData("breast_cancer")]
    public void CrossValidation_FurtherData_IsAsRightAsTheOracle(string set)
    {
        var (rows, classes, expected) = ForestOracle.Further(set);
        var classCount = classes.Max() + 1;

        var report = CrossValidation.Run(rows, classes, classCount, new RandomForestOptions(), cancellationToken: TestContext.Current.CancellationToken);
        var forest = RandomForest.Fit(rows, classes, classCount, new RandomForestOptions(Trees: 500), TestContext.Current.CancellationToken);

        Assert.Equal(expected.Accuracy, report.Accuracy.Value, 1.5 * Point);
        Assert.Equal(expected.MacroF1, report.MacroF1.Value, 1.5 * Point);
        Assert.Equal(expected.Nodes, forest.MeanNodes, 0.05 * expected.Nodes);
        Assert.All(expected.Importances.Index(), feature => Assert.Equal(feature.Item, forest.Importances[feature.Index], 0.02));
    }

    /// <summary>The strongest features; danceability, speechiness and tempo are within half a point of each other in the oracle, so their order is left open.</summary>
    private static IEnumerable<int> StrongestThree(IEnumerable<double> importances) =>
        importances.Index().OrderByDescending(feature => feature.Item).Take(3).Select(feature => feature.Index).Order();

    private static double Accuracy(double[] probabilities, int[] classes, int classCount) =>
        classes.Where((one, row) => ClassChecks.Largest<double>(probabilities.AsSpan(row * classCount, classCount)) == one).Count() / (double)classes.Length;
}
