using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Lyrics.Figures;

namespace SpotifyDashboard.Tests.Lyrics.Figures;

public sealed class CorrelationTests
{
    [Fact]
    public void Of_TenPairs_IsPearsonsWithFishersInterval()
    {
        // 31 ÷ 33 by hand; the interval reckoned apart, in Python, by atanh and tanh.
        int[] y = [2, 1, 4, 3, 6, 5, 8, 7, 10, 9];

        var found = Correlation.Of([.. y.Select(static (value, x) => ((double)x + 1, (double)value))]);

        Assert.NotNull(found);
        Assert.Equal(0.93939394, found.Value, 8);
        Assert.Equal(0.758244, found.Low, 5);
        Assert.Equal(0.985895, found.High, 5);
        Assert.Equal(10, found.Songs);
    }

    [Fact]
    public void Of_TooFewOrUnchangingPairs_SaysNothing()
    {
        Assert.Null(Correlation.Of([.. Enumerable.Range(0, 9).Select(static x => ((double)x, (double)x))]));
        Assert.Null(Correlation.Of([.. Enumerable.Range(0, 20).Select(static x => ((double)x, 0.5))]));
    }

    [Fact]
    public void Of_AnyPairs_LiesInItsIntervalAndIsSymmetric() => Prop.ForAll(
        Gen.Two(Gen.Choose(0, 20)).ListOf().Where(static pairs => pairs.Count >= Correlation.FewestPairs).ToArbitrary(),
        static pairs =>
        {
            var one = Correlation.Of([.. pairs.Select(static pair => ((double)pair.Item1, (double)pair.Item2))]);
            var other = Correlation.Of([.. pairs.Select(static pair => ((double)pair.Item2, (double)pair.Item1))]);
            return one is null
                ? other is null
                : one.Low <= one.Value + 1e-9 && one.Value <= one.High + 1e-9 && one is { Low: >= -1, High: <= 1 } && Math.Abs(one.Value - (other?.Value ?? double.NaN)) < 1e-12;
        }).QuickCheckThrowOnFailure();
}
