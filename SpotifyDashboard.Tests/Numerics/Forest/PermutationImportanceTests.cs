using SpotifyDashboard.Numerics;
using SpotifyDashboard.Numerics.Forest;

namespace SpotifyDashboard.Tests.Numerics.Forest;

/// <summary>Importance by shuffling: what decides is worth something, noise is not.</summary>
public sealed class PermutationImportanceTests
{
    private static readonly RandomForestOptions s_options = new(Trees: 40);

    [Fact]
    public void OutOfFold_OneFeatureThatDecides_FindsIt()
    {
        var (rows, classes) = DecidedByTheThird(120);
        var report = CrossValidation.Run(rows, classes, 2, s_options, cancellationToken: TestContext.Current.CancellationToken);

        var importances = PermutationImportance.OutOfFold(report, rows, classes, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(rows.Features, importances.Select(one => one.Feature));
        Assert.InRange(importances[2].Mean, 0.3, 0.6);
        Assert.InRange(importances[2].Deviation, 0.001, 0.1);
        Assert.All(importances.Where(one => one.Feature != "f2"), one => Assert.InRange(one.Mean, -0.1, 0.1));
    }

    [Fact]
    public void HeldOut_FeatureNoTreeAsksFor_IsWorthExactlyNothing()
    {
        var (planted, classes) = DecidedByTheThird(80);
        var rows = new FeatureMatrix(["constant", "decides"], [.. Enumerable.Range(0, 80).SelectMany(row => new[] { 1f, planted[row, 2] })]);
        var forest = RandomForest.Fit(rows, classes, 2, s_options, TestContext.Current.CancellationToken);

        var importances = PermutationImportance.HeldOut(forest, rows, classes, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(new FeatureImportance("constant", 0, 0), importances[0]);
        Assert.True(importances[1].Mean > 0.3);
    }

    [Fact]
    public void HeldOut_EqualSeeds_AnswerTheSame()
    {
        var (rows, classes) = DecidedByTheThird(60);
        var forest = RandomForest.Fit(rows, classes, 2, s_options, TestContext.Current.CancellationToken);

        Assert.Equal(PermutationImportance.HeldOut(forest, rows, classes), PermutationImportance.HeldOut(forest, rows, classes));
        Assert.NotEqual(PermutationImportance.HeldOut(forest, rows, classes), PermutationImportance.HeldOut(forest, rows, classes, seed: 43));
    }

    [Fact]
    public void OutOfFold_OtherRowsThanTheReports_IsRefused()
    {
        var (rows, classes) = DecidedByTheThird(40);
        var report = CrossValidation.Run(rows, classes, 2, s_options, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Throws<ArgumentException>(() => PermutationImportance.OutOfFold(report, rows.SelectRows([0, 1]), [0, 1]));
    }

    private static (FeatureMatrix Rows, int[] Classes) DecidedByTheThird(int count)
    {
        var rows = Matrices.Noise(count, 4);
        return (rows, [.. Enumerable.Range(0, count).Select(row => rows[row, 2] > 0 ? 1 : 0)]);
    }
}
