using SpotifyDashboard.Numerics.Forest;

namespace SpotifyDashboard.Tests.Numerics.Forest;

/// <summary>Scores and intervals by hand and by the examples of their papers.</summary>
public sealed class ScoreTests
{
    // R. G. Newcombe, Stat. Med. 17 (1998) 857-872, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29, score method without continuity correction.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_ExamplesOfNewcombe_GivesHisIntervals(int hits, int rows, double low, double high)
    {
        var share = ProportionIntervals.Wilson(hits, rows);

        Assert.Equal((double)hits / rows, share.Value);
        Assert.Equal(low, share.Low, 5e-5);
        Assert.Equal(high, share.High, 5e-5);
    }

    [Fact]
    public void PairedDifference_ByHand_IsWaldsWithHalfARowAddedToEachCell()
    {
        // (9 - 3) / 42 ± 1.96·√(13 - 36/42) / 42
        var gain = ProportionIntervals.PairedDifference(9, 3, 40);

        Assert.Equal(0.15, gain.Value, 1e-12);
        Assert.Equal(0.142857 - 0.162618, gain.Low, 1e-5);
        Assert.Equal(0.142857 + 0.162618, gain.High, 1e-5);
    }

    [Fact]
    public void PairedDifference_EqualAnswers_IncludesZero()
    {
        var gain = ProportionIntervals.PairedDifference(0, 0, 43);

        Assert.Equal(0, gain.Value);
        Assert.True(gain.Low < 0 && gain.High > 0);
    }

    [Fact]
    public void ConfusionMatrix_ByHand_ScoresEachClassOnce()
    {
        // F1: 2·3/(4+4) = 3/4, 2·1/(3+3) = 1/3, 2·2/(3+3) = 2/3; the fourth class neither occurs nor is predicted.
        var confusion = new ConfusionMatrix([3, 1, 0, 0, 1, 1, 1, 0, 0, 1, 2, 0, 0, 0, 0, 0], 4);

        Assert.Equal(0.6, confusion.Accuracy, 1e-12);
        Assert.Equal(7 / 12.0, confusion.MacroF1, 1e-12);
        Assert.Equal(1, confusion[1, 2]);
    }

    [Fact]
    public void Bootstrap_PerfectAnswers_LeavesNoDoubt()
    {
        int[] truth = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1];

        Assert.Equal(new Estimate(1, 1, 1), MacroF1Bootstrap.Of(truth, truth, 2, 42, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Bootstrap_ClassOfTwoNeverPredicted_NeverForgetsIt()
    {
        // F1 of the first class 2·38/(38 + 40), of the second 0, in every draw.
        int[] truth = [.. Enumerable.Repeat(0, 38), 1, 1];

        var score = MacroF1Bootstrap.Of(truth, new int[40], 2, 42, TestContext.Current.CancellationToken);

        Assert.Equal(38 / 78.0, score.Value, 1e-12);
        Assert.Equal((score.Value, score.Value), (score.Low, score.High));
    }

    [Fact]
    public void Bootstrap_SomeAnswersWrong_SpreadsLikeTheNormalInterval()
    {
        // Two classes of 200, 80 % of each right: macro-F1 is then near accuracy, whose deviation is √(0.8·0.2/400) = 0.02.
        int[] truth = [.. Enumerable.Range(0, 400).Select(row => row % 2)];
        int[] predicted = [.. truth.Select((one, row) => row % 10 is 4 or 5 ? 1 - one : one)];

        var score = MacroF1Bootstrap.Of(truth, predicted, 2, 42, TestContext.Current.CancellationToken);

        Assert.Equal(0.8, score.Value, 1e-12);
        Assert.Equal(0.8 - (1.96 * 0.02), score.Low, 0.006);
        Assert.Equal(0.8 + (1.96 * 0.02), score.High, 0.006);
    }
}
