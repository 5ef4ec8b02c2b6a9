using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Numerics;

public sealed class ClusterOrderTests
{
    [Fact]
    public void BySize_UnequalSizes_NumbersTheLargestFirst() =>
        Assert.Equal([2, 0, 1], ClusterOrder.BySize([1, 9, 5], [0, 0, 0]));

    [Fact]
    public void BySize_EqualSizes_DecidesByCentroid() =>
        Assert.Equal([1, 2, 0], ClusterOrder.BySize([3, 3, 3], [2, 5, 2, 6, 1, 9]));

    [Fact]
    public void Match_MovedALittle_KeepsEveryNumber()
    {
        // Previous centroids 0, 10, 20; now 19, 1, 11 are found: they continue 2, 0 and 1.
        Assert.Equal([2, 0, 1], ClusterOrder.Match([19, 1, 11], [0, 10, 20], columns: 1));
    }

    [Fact]
    public void Match_NearestIsContested_MinimisesTheSum()
    {
        // Both 4 and 0 are nearest to 3. 4→3 and 0→9 costs 1 + 9; 4→9 and 0→3 costs 5 + 3, which is less.
        Assert.Equal([1, 0], ClusterOrder.Match([4, 0], [3, 9], columns: 1));
    }

    [Fact]
    public void Match_OneMoreCluster_GetsTheNextNumber() =>
        Assert.Equal([1, 2, 0], ClusterOrder.Match([10, 55, 0], [0, 10], columns: 1));

    [Fact]
    public void Match_OneLessCluster_KeepsTheNumbersThatStillExist()
    {
        // 20 continues number 2, which no longer exists with two clusters, and takes the free number 1.
        Assert.Equal([1, 0], ClusterOrder.Match([20, 0], [0, 10, 20], columns: 1));
    }

    [Fact]
    public void Match_NothingPrevious_KeepsTheOrder() => Assert.Equal([0, 1, 2], ClusterOrder.Match([5, 6, 7], [], columns: 1));

    [Fact]
    public void Match_AnyPermutationOfTenCentroids_IsUndone() =>
        Prop.ForAll(Gen.Shuffle(Enumerable.Range(0, 10)).ToArbitrary(), order =>
        {
            var previous = Matrices.Noise(10, 3);
            var shuffled = previous.SelectRows(order);

            var numbers = ClusterOrder.Match(Doubles(shuffled), Doubles(previous), columns: 3);

            return numbers.SequenceEqual(order);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Renumber_ByMatch_MovesLabelsCentroidsAndSizesTogether()
    {
        var model = KMeans.Fit(Matrices.Column(0, 1, 2, 50, 51), new KMeansOptions(2));

        var renumbered = model.Renumber([1, 0]);

        Assert.Equal([1, 1, 1, 0, 0], renumbered.Labels);
        Assert.Equal([50.5, 1], renumbered.Centroids);
        Assert.Equal([2, 3], renumbered.Sizes);
    }

    [Fact]
    public void Renumber_NoPermutation_SaysSo()
    {
        var model = KMeans.Fit(Matrices.Column(0, 9), new KMeansOptions(2));

        Assert.Contains("[0, 0] is no permutation", Assert.Throws<ArgumentException>(() => model.Renumber([0, 0])).Message, StringComparison.Ordinal);
    }

    private static double[] Doubles(FeatureMatrix matrix) => Array.ConvertAll(matrix.Values.ToArray(), value => (double)value);
}
