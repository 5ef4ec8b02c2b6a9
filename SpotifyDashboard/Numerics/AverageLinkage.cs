namespace SpotifyDashboard.Numerics;

/// <summary>A binary tree over n rows: the two groups that are nearest on average are joined, again and again.</summary>
/// <remarks>
/// The nearest-neighbour chain finds the same tree as joining the nearest two of all each time, in O(n²) instead of O(n³).
/// Sources: R. R. Sokal, C. D. Michener, "A statistical method for evaluating systematic relationships", Univ. Kansas Science Bulletin 38
/// (1958) 1409–1438; F. Murtagh, "A survey of recent advances in hierarchical clustering algorithms", The Computer Journal 26 (1983) 354–359,
/// doi:10.1093/comjnl/26.4.354.
/// </remarks>
internal sealed class AverageLinkage
{
    private readonly int _rows;
    private readonly double[] _distances;
    private readonly int[] _nodes;
    private readonly int[] _sizes;
    private readonly List<int> _open;
    private readonly List<(int Left, int Right)> _joins = [];

    private AverageLinkage(ReadOnlySpan<double> distances, int rows)
    {
        _rows = rows;
        _distances = distances.ToArray();
        _nodes = [.. Enumerable.Range(0, rows)];
        _sizes = [.. Enumerable.Repeat(1, rows)];
        _open = [.. Enumerable.Range(0, rows)];
    }

    /// <summary>The joins in an order in which both sides exist: below n a row, else n + the number of an earlier join.</summary>
    /// <param name="distances">n × n, symmetric.</param>
    /// <param name="rows">n.</param>
    /// <param name="cancellationToken">Looked at once per join.</param>
    public static List<(int Left, int Right)> Join(ReadOnlySpan<double> distances, int rows, CancellationToken cancellationToken)
    {
        var tree = new AverageLinkage(distances, rows);
        var chain = new List<int>();
        while (tree._open.Count > 1)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (chain.Count == 0)
            {
                chain.Add(tree._open[0]);
            }

            // Of equally near ones the one before in the chain is taken, or the chain would never end.
            for (var next = tree.Nearest(chain[^1], chain.Count > 1 ? chain[^2] : -1);
                chain.Count < 2 || next != chain[^2];
                next = tree.Nearest(chain[^1], chain[^2]))
            {
                chain.Add(next);
            }

            tree.Join(chain[^2], chain[^1]);
            chain.RemoveRange(chain.Count - 2, 2);
        }

        return tree._joins;
    }

    private int Nearest(int group, int preferred)
    {
        var (nearest, least) = (preferred, preferred < 0 ? double.PositiveInfinity : _distances[(group * _rows) + preferred]);
        foreach (var other in _open)
        {
            if (other != group && (nearest < 0 || _distances[(group * _rows) + other] < least))
            {
                (nearest, least) = (other, _distances[(group * _rows) + other]);
            }
        }

        return nearest;
    }

    /// <summary>Joins two groups under the number of the first, whose distances become the means over all pairs of rows.</summary>
    private void Join(int one, int other)
    {
        var (first, second) = (Math.Min(one, other), Math.Max(one, other));
        _joins.Add((_nodes[first], _nodes[second]));
        _open.Remove(second);
        foreach (var third in _open)
        {
            var sum = (_sizes[first] * _distances[(first * _rows) + third]) + (_sizes[second] * _distances[(second * _rows) + third]);
            _distances[(first * _rows) + third] = _distances[(third * _rows) + first] = sum / (_sizes[first] + _sizes[second]);
        }

        _sizes[first] += _sizes[second];
        _nodes[first] = _rows + _joins.Count - 1;
    }
}
