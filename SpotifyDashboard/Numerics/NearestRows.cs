using System.Numerics;

namespace SpotifyDashboard.Numerics;

/// <summary>The rows most alike to one target: found in float among all, ranked in double, exact.</summary>
/// <remarks>
/// A few more rows than wanted are kept by their product in float, which is off by at most <see cref="Margin"/>; their cosines in double
/// settle the order. Only where that can't tell (many rows alike to the last digit) every row is compared in double.
/// </remarks>
internal sealed class NearestRows
{
    /// <summary>Rows kept beyond those wanted; with ten wanted there are 24.</summary>
    private const int Spare = 14;

    private readonly UnitRows _rows;
    private readonly int _wanted;
    private readonly float[] _products;
    private readonly int[] _candidates;
    private readonly float[] _direction;
    private float[] _target = [];
    private Func<int, bool>? _isWanted;
    private int _count;

    /// <param name="rows">Where to look.</param>
    /// <param name="wanted">How many rows are wanted, at least 1.</param>
    public NearestRows(UnitRows rows, int wanted)
    {
        _rows = rows;
        _wanted = Math.Min(wanted, rows.Rows);
        _products = new float[_wanted + Spare];
        _candidates = new int[_wanted + Spare];
        _direction = new float[rows.Matrix.Columns];
    }

    /// <summary>How far a product of unit rows in float may be from their cosine: every factor and every step rounds once.</summary>
    private float Margin => (_direction.Length + 4) * 1.2e-7f;

    private bool IsFull => _count == _candidates.Length;

    /// <summary>Begins a search.</summary>
    /// <param name="target">What to be alike to, d values of any length.</param>
    /// <param name="isWanted">Says of a row whether it may be found; asked only of rows that would be. Null: every row.</param>
    public void Begin(ReadOnlySpan<float> target, Func<int, bool>? isWanted)
    {
        _target = [.. target];
        _isWanted = isWanted;
        _count = 0;
        UnitRows.Normalize(target, _direction);
    }

    /// <summary>Looks through one block.</summary>
    public void Look(int block)
    {
        Span<float> products = stackalloc float[PointBlocks.Size];
        Span<ulong> above = stackalloc ulong[PointBlocks.Size / 64];
        var threshold = IsFull ? _products[_count - 1] : float.NegativeInfinity;
        BlockKernels.Multiply(_rows.Blocks.Points(block), _direction, threshold, products, above);
        for (var word = 0; word < above.Length; word++)
        {
            for (var bits = above[word]; bits != 0; bits &= bits - 1)
            {
                var point = (word * 64) + BitOperations.TrailingZeroCount(bits);
                Consider((block * PointBlocks.Size) + point, products[point]);
            }
        }
    }

    /// <summary>The answer once every block was looked through: most alike first, of equals the lower row.</summary>
    public (int Row, double Similarity)[] End()
    {
        var ranked = new (int Row, double Similarity)[_count];
        for (var i = 0; i < _count; i++)
        {
            ranked[i] = (_candidates[i], Cosine(_candidates[i]));
        }

        Array.Sort(ranked, Compare);
        var isCertain = !IsFull || ranked[_wanted - 1].Similarity > _products[_count - 1] + Margin;
        return isCertain ? ranked[..Math.Min(_wanted, _count)] : ByComparingAll();
    }

    private static int Compare((int Row, double Similarity) one, (int Row, double Similarity) other)
    {
        var order = other.Similarity.CompareTo(one.Similarity);
        return order != 0 ? order : one.Row.CompareTo(other.Row);
    }

    private double Cosine(int row) => CosineSimilarity.Of(_rows.Matrix.Row(row), _target);

    /// <summary>Puts a row into its place if it belongs among the candidates; of equals the earlier stays ahead.</summary>
    private void Consider(int row, float product)
    {
        if (row >= _rows.Rows || (IsFull && product <= _products[_count - 1]) || _isWanted?.Invoke(row) is false)
        {
            return;
        }

        var place = IsFull ? _count - 1 : _count++;
        for (; place > 0 && _products[place - 1] < product; place--)
        {
            _products[place] = _products[place - 1];
            _candidates[place] = _candidates[place - 1];
        }

        _products[place] = product;
        _candidates[place] = row;
    }

    private (int Row, double Similarity)[] ByComparingAll()
    {
        // The root of the heap is the least alike of the best found so far.
        var best = new PriorityQueue<(int Row, double Similarity), (double, int)>();
        for (var row = 0; row < _rows.Rows; row++)
        {
            if (_isWanted?.Invoke(row) is false)
            {
                continue;
            }

            var similarity = Cosine(row);
            if (best.Count < _wanted)
            {
                best.Enqueue((row, similarity), (similarity, -row));
            }
            else if (similarity > best.Peek().Similarity)
            {
                best.DequeueEnqueue((row, similarity), (similarity, -row));
            }
        }

        var nearest = new (int Row, double Similarity)[best.Count];
        for (var place = nearest.Length - 1; place >= 0; place--)
        {
            nearest[place] = best.Dequeue();
        }

        return nearest;
    }
}
