using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Numerics;

public sealed class LeafOrderTests
{
    [Fact]
    public void Of_PointsOnALine_SortsThem()
    {
        float[] places = [7, 1, 12, 3, 30, 8, 2];

        var order = LeafOrder.Of(Distances(places));

        // Of the two directions the one that begins with the lower row.
        Assert.Equal([1, 6, 3, 0, 5, 2, 4], order);
    }

    [Fact]
    public void Of_AnyDistances_IsTheBestOrderThatTheTreeAllows() =>
        Prop.ForAll(Gen.Choose(1, 8).SelectMany(rows => Gen.ArrayOf(Gen.Choose(1, 1000).Select(value => value / 1000.0), rows * rows)).ToArbitrary(), values =>
        {
            var (distances, rows) = Symmetric(values);
            var order = LeafOrder.Of(distances);
            var joins = AverageLinkage.Join(distances, rows, CancellationToken.None);
            var best = Orders(joins, rows, (2 * rows) - 2).Min(candidate => Length(distances, candidate));
            return order.Order().SequenceEqual(Enumerable.Range(0, rows)) && Math.Abs(Length(distances, order) - best) < 1e-12;
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Join_AnyDistances_JoinsTheNearestOnAverage() =>
        Prop.ForAll(Gen.Choose(2, 8).SelectMany(rows => Gen.ArrayOf(Gen.Choose(1, 1_000_000).Select(value => value / 1e6), rows * rows)).ToArbitrary(), values =>
        {
            var (distances, rows) = Symmetric(values);
            var joins = AverageLinkage.Join(distances, rows, CancellationToken.None);
            var groups = joins.Index().Select(join => string.Join(' ', Members(joins, rows, rows + join.Index).Order()));
            return groups.Order().SequenceEqual(NaiveGroups(distances, rows).Order());
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_NoneOrOneRow_IsThatRow()
    {
        Assert.Empty(LeafOrder.Of([]));
        Assert.Equal([0], LeafOrder.Of([0]));
    }

    [Theory]
    [InlineData(0.0, 1.0, 1.0)]
    [InlineData(0.0, double.NaN, double.NaN, 0.0)]
    public void Of_NotASquareOfFiniteNumbers_IsRefused(params double[] distances) => Assert.Throws<ArgumentException>(() => LeafOrder.Of(distances));

    [Fact]
    public void Of_Cancelled_Stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() => LeafOrder.Of(Distances([1, 2, 3]), new CancellationToken(canceled: true)));

    [Fact]
    public void Of_AllRowsEqual_IsSomeOrderOfThem() => Assert.Equal(Enumerable.Range(0, 20), LeafOrder.Of(new double[400]).Order());

    private static double[] Distances(float[] places) =>
        [.. places.SelectMany(one => places.Select(other => (double)Math.Abs(one - other)))];

    private static (double[] Distances, int Rows) Symmetric(double[] values)
    {
        var rows = (int)Math.Sqrt(values.Length);
        for (var i = 0; i < rows; i++)
        {
            values[(i * rows) + i] = 0;
            for (var j = 0; j < i; j++)
            {
                values[(i * rows) + j] = values[(j * rows) + i];
            }
        }

        return (values, rows);
    }

    private static double Length(double[] distances, IReadOnlyList<int> order)
    {
        var rows = (int)Math.Sqrt(distances.Length);
        return order.Zip(order.Skip(1), (a, b) => distances[(a * rows) + b]).Sum();
    }

    /// <summary>Every order that the tree under a branch allows: each join either way round.</summary>
    private static IEnumerable<int[]> Orders(List<(int Left, int Right)> joins, int rows, int branch) =>
        branch < rows
            ? [[branch]]
            : from left in Orders(joins, rows, joins[branch - rows].Left)
              from right in Orders(joins, rows, joins[branch - rows].Right)
              from order in new[] { left.Concat(right).ToArray(), [.. right, .. left] }
              select order;

    private static IEnumerable<int> Members(List<(int Left, int Right)> joins, int rows, int branch) =>
        branch < rows ? [branch] : [.. Members(joins, rows, joins[branch - rows].Left), .. Members(joins, rows, joins[branch - rows].Right)];

    /// <summary>The same tree by looking at every pair of groups each time.</summary>
    private static List<string> NaiveGroups(double[] distances, int rows)
    {
        var groups = Enumerable.Range(0, rows).Select(row => new[] { row }).ToList();
        var joined = new List<string>();
        while (groups.Count > 1)
        {
            var pairs = from one in groups from other in groups where one[0] < other[0] select (one, other);
            var (first, second) = pairs.MinBy(pair => pair.one.Average(a => pair.other.Average(b => distances[(a * rows) + b])));
            groups.Remove(first);
            groups.Remove(second);
            groups.Add([.. first.Concat(second).Order()]);
            joined.Add(string.Join(' ', groups[^1]));
        }

        return joined;
    }
}
