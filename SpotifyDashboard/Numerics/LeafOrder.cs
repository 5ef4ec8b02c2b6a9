namespace SpotifyDashboard.Numerics;

/// <summary>Puts rows into an order in which neighbours are alike: the order of a clustered heatmap.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n × n distances in, a permutation of 0 to n − 1 out.</para>
/// <para><b>Units.</b> Any distance; 1 − <see cref="CosineSimilarity"/> for likeness by sound.</para>
/// <para><b>Cost.</b> O(n³) time and 24·n² bytes: 5 ms for 100 rows.</para>
/// <para><b>Determinism.</b> Equal distances give equal orders. Of an order and its reverse, which are as good, the one with the lower first row is given.</para>
/// <para><b>Sources.</b> The tree is <see cref="AverageLinkage"/>; of the 2^(n−1) orders that it allows, the one in which the distances between
/// neighbours add up to least: Z. Bar-Joseph, D. K. Gifford, T. S. Jaakkola, "Fast optimal leaf ordering for hierarchical clustering",
/// Bioinformatics 17 Suppl. 1 (2001) S22–S29, doi:10.1093/bioinformatics/17.suppl_1.S22, as scipy's <c>optimal_leaf_ordering</c>.</para>
/// </remarks>
public sealed class LeafOrder
{
    /// <summary>Most rows that are ordered.</summary>
    public const int MostRows = 1000;

    private readonly int _rows;
    private readonly double[] _distances;
    private readonly Branch[] _branches;

    /// <summary>The rows, each branch's side by side.</summary>
    private readonly int[] _leaves;

    /// <summary>For rows i and j the least sum of distances between neighbours in the branch that joins them, with i and j at its ends.</summary>
    private readonly double[] _sums;

    private LeafOrder(ReadOnlySpan<double> distances, int rows, CancellationToken cancellationToken)
    {
        _rows = rows;
        _distances = distances.ToArray();
        _sums = new double[distances.Length];
        _leaves = new int[rows];
        _branches = new Branch[(2 * rows) - 1];
        var joins = AverageLinkage.Join(distances, rows, cancellationToken);
        Lay(joins, _branches.Length - 1, 0);
    }

    /// <summary>The order for a matrix of distances.</summary>
    /// <param name="distances">n × n, row-major, symmetric, finite; n ≤ <see cref="MostRows"/>.</param>
    /// <param name="cancellationToken">Looked at once per branch.</param>
    /// <exception cref="ArgumentException">The values make no square, are too many, or one is not finite.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static IReadOnlyList<int> Of(ReadOnlySpan<double> distances, CancellationToken cancellationToken = default)
    {
        var rows = (int)Math.Round(Math.Sqrt(distances.Length));
        if (rows * rows != distances.Length || rows > MostRows)
        {
            throw new ArgumentException($"{distances.Length} distances are not those of at most {MostRows} rows among themselves.", nameof(distances));
        }

        foreach (var distance in distances)
        {
            if (!double.IsFinite(distance))
            {
                throw new ArgumentException(FormattableString.Invariant($"A distance of {distance} can't be ordered."), nameof(distances));
            }
        }

        return rows < 2 ? [.. Enumerable.Range(0, rows)] : new LeafOrder(distances, rows, cancellationToken).Best(cancellationToken);
    }

    private int[] Best(CancellationToken cancellationToken)
    {
        // Branches stand in the order of their joins, so both sides of one are weighed before it.
        for (var branch = _rows; branch < _branches.Length; branch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Weigh(_branches[branch]);
        }

        var root = _branches[^1];
        var (first, last, least) = (-1, -1, double.PositiveInfinity);
        foreach (var left in Leaves(root.Left))
        {
            foreach (var right in Leaves(root.Right))
            {
                var sum = _sums[(left * _rows) + right];
                (first, last, least) = sum < least ? (left, right, sum) : (first, last, least);
            }
        }

        var order = new int[_rows];
        Arrange(_branches.Length - 1, first, last, order);
        if (order[0] > order[^1])
        {
            Array.Reverse(order);
        }

        return order;
    }

    /// <summary>Gives a branch and those under it their stretch of the leaves, from <paramref name="from"/> on.</summary>
    private int Lay(List<(int Left, int Right)> joins, int branch, int from)
    {
        if (branch < _rows)
        {
            _leaves[from] = branch;
            _branches[branch] = new Branch(-1, -1, from, from + 1);
            return from + 1;
        }

        var (left, right) = joins[branch - _rows];
        var to = Lay(joins, right, Lay(joins, left, from));
        _branches[branch] = new Branch(left, right, from, to);
        return to;
    }

    private ReadOnlySpan<int> Leaves(int branch) => _leaves.AsSpan(_branches[branch].From, _branches[branch].To - _branches[branch].From);

    /// <summary>The leaves that can stand at the other end of a branch that has <paramref name="leaf"/> at one end.</summary>
    private ReadOnlySpan<int> OtherEnds(int branch, int leaf)
    {
        var (left, right, _, _) = _branches[branch];
        return left < 0 ? Leaves(branch) : Leaves(left).Contains(leaf) ? Leaves(right) : Leaves(left);
    }

    /// <summary>Finds the least sums of a branch for all its ends.</summary>
    private void Weigh(Branch branch)
    {
        Span<double> reached = stackalloc double[MostRows];
        foreach (var first in Leaves(branch.Left))
        {
            var ends = OtherEnds(branch.Left, first);
            var across = Leaves(branch.Right);
            for (var i = 0; i < across.Length; i++)
            {
                reached[across[i]] = Least(first, ends, across[i]).Sum;
            }

            foreach (var last in across)
            {
                var least = double.PositiveInfinity;
                foreach (var end in OtherEnds(branch.Right, last))
                {
                    least = Math.Min(least, reached[end] + _sums[(end * _rows) + last]);
                }

                _sums[(first * _rows) + last] = _sums[(last * _rows) + first] = least;
            }
        }
    }

    /// <summary>The end of the left side from which it is shortest, all told, to a leaf of the right side.</summary>
    private (int End, double Sum) Least(int first, ReadOnlySpan<int> ends, int to)
    {
        var (nearest, least) = (-1, double.PositiveInfinity);
        foreach (var end in ends)
        {
            var sum = _sums[(first * _rows) + end] + _distances[(end * _rows) + to];
            (nearest, least) = sum < least ? (end, sum) : (nearest, least);
        }

        return (nearest, least);
    }

    /// <summary>Writes the leaves of a branch in their best order from <paramref name="first"/> to <paramref name="last"/>.</summary>
    private void Arrange(int branch, int first, int last, Span<int> order)
    {
        if (_branches[branch].Left < 0)
        {
            order[0] = first;
            return;
        }

        var (left, right, _, _) = _branches[branch];
        (left, right) = Leaves(left).Contains(first) ? (left, right) : (right, left);
        var ends = OtherEnds(left, first);
        var (before, after, least) = (-1, -1, double.PositiveInfinity);
        foreach (var start in OtherEnds(right, last))
        {
            var (end, sum) = Least(first, ends, start);
            sum += _sums[(start * _rows) + last];
            (before, after, least) = sum < least ? (end, start, sum) : (before, after, least);
        }

        var size = Leaves(left).Length;
        Arrange(left, first, before, order[..size]);
        Arrange(right, after, last, order[size..]);
    }

    /// <summary>Two branches joined, or (both −1) a leaf, and its stretch of the leaves.</summary>
    private readonly record struct Branch(int Left, int Right, int From, int To);
}
