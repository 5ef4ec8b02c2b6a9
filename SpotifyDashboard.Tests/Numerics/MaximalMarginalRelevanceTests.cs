using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Numerics;

public sealed class MaximalMarginalRelevanceTests
{
    /// <summary>Two rows that sound the same, one across, one opposite.</summary>
    private static readonly UnitRows s_rows = UnitRows.Of(Matrices.Of([2, 0], [1, 0], [0, 3], [-1, 0]));

    [Fact]
    public void Pick_WithoutDiversity_SortsByRelevance() =>
        Assert.Equal([1, 0, 2, 3], MaximalMarginalRelevance.Pick([0.8, 0.9, 0.7, 0.1], s_rows, 4, lambda: 1));

    [Fact]
    public void Pick_Balanced_PassesOverWhatSoundsTheSame()
    {
        // After row 1: row 0 is worth 0.4 − 0.5, row 2 0.35 − 0, row 3 0.05 + 0.5; after row 3, row 0 is still as near to row 1.
        Assert.Equal([1, 3, 2, 0], MaximalMarginalRelevance.Pick([0.8, 0.9, 0.7, 0.1], s_rows, 4, lambda: 0.5));
    }

    [Fact]
    public void Pick_OnlyDiversity_StillBeginsWithTheMostRelevant() =>
        Assert.Equal([2, 3], MaximalMarginalRelevance.Pick([0.1, 0.2, 0.9, 0], UnitRows.Of(Matrices.Of([1, 1], [1, 2], [0, 3], [0, -1])), 2, lambda: 0));

    [Fact]
    public void Pick_FewerRowsAllowedThanWanted_PicksThose() =>
        Assert.Equal([0, 2], MaximalMarginalRelevance.Pick([0.8, double.NegativeInfinity, 0.7, double.NegativeInfinity], s_rows, 9));

    [Fact]
    public void Pick_EqualWorth_TakesTheLowerRow() => Assert.Equal([0], MaximalMarginalRelevance.Pick([0.5, 0.5, 0.5, 0.5], s_rows, 1));

    [Fact]
    public void Pick_RelevanceMissingOrNoNumber_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => MaximalMarginalRelevance.Pick([1, 2], s_rows, 1));
        Assert.Throws<ArgumentException>(() => MaximalMarginalRelevance.Pick([1, 2, double.NaN, 0], s_rows, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MaximalMarginalRelevance.Pick([1, 2, 3, 0], s_rows, 1, lambda: 1.1));
    }

    [Fact]
    public void Pick_Cancelled_Stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() =>
            MaximalMarginalRelevance.Pick([1, 2, 3, 4], s_rows, 1, cancellationToken: new CancellationToken(canceled: true)));
}
