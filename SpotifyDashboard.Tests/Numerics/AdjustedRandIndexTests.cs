using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Numerics;

public sealed class AdjustedRandIndexTests
{
    [Fact]
    public void Between_SixRows_IsTheHandComputedValue()
    {
        // Cells of {0,0,0,1,1,1} against {0,0,1,1,2,2}: 2, 1 | 1, 2, so 1 + 1 = 2 pairs together in both. Pairs: first 3 + 3 = 6,
        // second 1 + 1 + 1 = 3, all 15. Expected 6 · 3 / 15 = 1.2, highest 4.5: (2 - 1.2) / (4.5 - 1.2) = 0.8 / 3.3.
        Assert.Equal(0.8 / 3.3, AdjustedRandIndex.Between([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]), 1e-12);
    }

    [Theory]
    [InlineData(new[] { 4, 4, 4 }, new[] { 1, 1, 1 })]
    [InlineData(new[] { 0, 1, 2 }, new[] { 5, 3, 9 })]
    [InlineData(new[] { 1 }, new[] { 2 })]
    public void Between_EqualTrivialPartitions_IsOne(int[] first, int[] second) => Assert.Equal(1, AdjustedRandIndex.Between(first, second));

    [Fact]
    public void Between_SinglesAndOneCluster_IsZero() => Assert.Equal(0, AdjustedRandIndex.Between([0, 1, 2], [0, 0, 0]));

    [Fact]
    public void Between_DifferentLengths_NamesBoth() =>
        Assert.StartsWith("2 and 1 labels", Assert.Throws<ArgumentException>(() => AdjustedRandIndex.Between([0, 1], [0])).Message, StringComparison.Ordinal);

    [Fact]
    public void Between_RenamedLabels_IsOneAndSymmetric() =>
        Prop.ForAll(Gen.ListOf(Gen.Choose(0, 4), 40).ToArbitrary(), Gen.ListOf(Gen.Choose(0, 4), 40).ToArbitrary(), (a, b) =>
        {
            int[] first = [.. a];
            int[] second = [.. b];
            var renamed = Array.ConvertAll(first, label => 100 - label);

            return AdjustedRandIndex.Between(first, renamed) == 1
                && AdjustedRandIndex.Between(first, second) == AdjustedRandIndex.Between(second, first);
        }).QuickCheckThrowOnFailure();
}
