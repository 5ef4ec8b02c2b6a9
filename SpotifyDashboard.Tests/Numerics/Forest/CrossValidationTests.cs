using SpotifyDashboard.Numerics;
using SpotifyDashboard.Numerics.Forest;

namespace SpotifyDashboard.Tests.Numerics.Forest;

/// <summary>What cross-validation claims on few rows, above all when there is nothing to claim.</summary>
public sealed class CrossValidationTests
{
    private static readonly RandomForestOptions s_options = new(Trees: 40);

    [Fact]
    public void Run_FiftyRowsWithRandomClasses_SaysGuessingAtLeastNinetyFiveTimesInAHundred()
    {
        var random = new Random(3);
        var claims = 0;

        for (var run = 0; run < 40; run++)
        {
            var classes = Enumerable.Range(0, 50).Select(row => row % 5).ToArray();
            random.Shuffle(classes);
            claims += Run(Matrices.Noise(50, 9, run), classes, 5, s_options with { Seed = run }).Verdict == Verdict.BetterThanGuessing ? 1 : 0;
        }

        Assert.InRange(claims, 0, 2);
    }

    [Fact]
    public void Run_RandomClasses_IsNotFooledByWhatTheForestKnowsByHeart()
    {
        var rows = Matrices.Noise(50, 9);
        var classes = Enumerable.Range(0, 50).Select(row => row % 5).ToArray();

        var report = Run(rows, classes, 5);
        var byHeart = RandomForest.Fit(rows, classes, 5, s_options, TestContext.Current.CancellationToken).PredictProbabilities(rows);

        Assert.All(classes.Index(), row => Assert.Equal(row.Item, ClassChecks.Largest<double>(byHeart.AsSpan(row.Index * 5, 5))));
        Assert.InRange(report.Accuracy.Value, 0, 0.4);
        Assert.Equal(Verdict.NoBetterThanGuessing, report.Verdict);
    }

    [Fact]
    public void Run_MostRowsOfOneClassAndNothingToLearn_EqualsTheMajority()
    {
        // As on a real survey: 37 of 43 study the same. Always saying so is right in 86 of 100 and has a macro-F1 of (2·37 / 80) / 2.
        var classes = Enumerable.Range(0, 43).Select(row => row % 7 == 3 ? 1 : 0).ToArray();
        var report = Run(Matrices.Noise(43, 9), classes, 2);

        Assert.Equal(37 / 43.0, report.BaselineAccuracy.Value, 1e-12);
        Assert.Equal(37 / 80.0, report.BaselineMacroF1, 1e-12);
        Assert.InRange(report.Accuracy.Value, 0.7, 37 / 43.0);
        Assert.Equal(Verdict.NoBetterThanGuessing, report.Verdict);
    }

    [Fact]
    public void Run_FortyRowsWithSomethingToLearn_SaysSo()
    {
        var (rows, classes) = Matrices.Planted(40, 9, 3);

        var report = Run(rows, classes, 3);

        Assert.Equal(Verdict.BetterThanGuessing, report.Verdict);
        Assert.True(report.AccuracyGain.Low > 0.3);
        Assert.Equal(report.Accuracy.Value - report.BaselineAccuracy.Value, report.AccuracyGain.Value, 1e-12);
        Assert.Equal(report.MacroF1.Value - report.BaselineMacroF1, report.MacroF1Gain.Value, 1e-12);
        Assert.Equal(report.Confusion.Accuracy, report.Accuracy.Value);
        Assert.Equal(report.Confusion.MacroF1, report.MacroF1.Value, 1e-12);
    }

    [Fact]
    public void Run_ClassWithOneMember_CountsItAndLeavesItOut()
    {
        var (rows, classes) = Matrices.Planted(41, 4, 2);
        classes[7] = 2;

        var report = Run(rows, classes, 3);

        Assert.Equal([2], report.Folds.LeftOut);
        Assert.Equal(1, report.Folds.ClassRows[2]);
        Assert.Equal(40, report.Confusion.Rows);
        Assert.Equal((-1, -1), (report.Predicted[7], report.Folds.FoldOf[7]));
        Assert.Equal([0, 0, 0], report.Probabilities[21..24]);
    }

    [Fact]
    public void Run_OneClass_SaysItTakesTwo()
    {
        var fault = Assert.Throws<ArgumentException>(() => Run(Matrices.Noise(4, 2), [0, 0, 0, 1], 2));

        Assert.Contains("1 classes have at least 2 rows", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OnAnyNumberOfThreads_ReportsTheSame()
    {
        var (rows, classes) = Matrices.Planted(60, 5, 3);

        var alone = Run(rows, classes, 3, s_options with { Workers = 1 });
        var together = Run(rows, classes, 3, s_options with { Workers = 3 });

        Assert.Equal(alone.Probabilities, together.Probabilities);
        Assert.Equal(alone.MacroF1, together.MacroF1);
    }

    [Fact]
    public void Probabilities_OfEachRow_ComeFromAForestThatHasNotSeenIt()
    {
        var (rows, classes) = Matrices.Planted(30, 3, 2);
        var report = Run(rows, classes, 2);
        var others = Enumerable.Range(0, 30).Where(row => report.Folds.FoldOf[row] != report.Folds.FoldOf[4]).ToArray();

        var forest = RandomForest.Fit(rows.SelectRows(others), [.. others.Select(row => classes[row])], 2, s_options, TestContext.Current.CancellationToken);

        Assert.Equal(forest.PredictProbabilities(rows.Row(4)), report.Probabilities[8..10]);
    }

    private static CrossValidationReport Run(FeatureMatrix rows, int[] classes, int classCount, RandomForestOptions? options = null) =>
        CrossValidation.Run(rows, classes, classCount, options ?? s_options, cancellationToken: TestContext.Current.CancellationToken);
}
