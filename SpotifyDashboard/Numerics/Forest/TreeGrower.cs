using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpotifyDashboard.Numerics.Forest;

/// <summary>Grows one tree after the other in the same buffers. Rows move with their node, so that every pass reads memory in order.</summary>
internal sealed class TreeGrower
{
    private readonly TrainingRows _rows;
    private readonly SplitSearch _search;
    private readonly int _depth;
    private readonly int _featuresPerSplit;
    private readonly byte[] _records;
    private readonly byte[] _spare;
    private readonly byte[] _times;
    private readonly int[] _order;

    // Drawn rows per class: those of the root, then of a left and a right child for each depth.
    private readonly int[] _counts;
    private readonly int[] _leftOfBest;
    private readonly double[] _decrease;
    private readonly List<TreeNode> _nodes = [];
    private readonly List<float> _shares = [];

    /// <param name="rows">What to learn from.</param>
    /// <param name="depth">Most splits between root and leaf.</param>
    /// <param name="featuresPerSplit">Features tried per split.</param>
    public TreeGrower(TrainingRows rows, int depth, int featuresPerSplit)
    {
        _rows = rows;
        _search = new SplitSearch(rows);
        _depth = depth;
        _featuresPerSplit = featuresPerSplit;
        _records = new byte[rows.Records.Length];
        _spare = new byte[rows.Records.Length];
        _times = new byte[rows.Rows];
        _order = new int[rows.Columns];
        _counts = new int[((2 * depth) + 1) * rows.Classes];
        _leftOfBest = new int[rows.Classes];
        _decrease = new double[rows.Columns];
    }

    /// <summary>Grows a tree on as many rows as there are, drawn with replacement, or on each row once.</summary>
    public DecisionTree Grow(SplitMix64 random, bool draw)
    {
        _nodes.Clear();
        _shares.Clear();
        Array.Clear(_decrease);
        ResetOrder();
        var length = draw ? Draw(random) : TakeAll();
        CountClasses(_records.AsSpan(0, length), CountsOf(0, 0));
        _nodes.Add(default);
        Grow(random, 0, 0, length, 0, CountsOf(0, 0));
        return new DecisionTree(_rows.Columns, _rows.Classes, _depth, [.. _nodes], [.. _shares], Normalise(_decrease));
    }

    /// <summary>Without it a tree would depend on which trees its thread grew before.</summary>
    private void ResetOrder()
    {
        for (var i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }
    }

    private int TakeAll()
    {
        _rows.Records.CopyTo(_records, 0);
        return _records.Length;
    }

    /// <summary>Copies the drawn rows, each once with the times it was drawn; returns the length of their records.</summary>
    private int Draw(SplitMix64 random)
    {
        Array.Clear(_times);
        for (var i = 0; i < _times.Length; i++)
        {
            ref var times = ref _times[(int)(random.NextDouble() * _times.Length)];
            times += (byte)(times < byte.MaxValue ? 1 : 0);
        }

        var length = 0;
        for (var row = 0; row < _times.Length; row++)
        {
            Copy(ref _rows.Records[row * _rows.Stride], ref _records[length], _rows.Stride);
            _records[length + _rows.TimesAt] = _times[row];
            length += _times[row] > 0 ? _rows.Stride : 0;
        }

        return length;
    }

    private void CountClasses(ReadOnlySpan<byte> records, Span<int> counts)
    {
        counts.Clear();
        for (var at = 0; at < records.Length; at += _rows.Stride)
        {
            counts[records[at + _rows.ClassAt]] += records[at + _rows.TimesAt];
        }
    }

    private Span<int> CountsOf(int depth, int side) =>
        _counts.AsSpan(depth == 0 ? 0 : ((2 * depth) - 1 + side) * _rows.Classes, _rows.Classes);

    private void Grow(SplitMix64 random, int node, int from, int to, int depth, ReadOnlySpan<int> counts)
    {
        var split = depth == _depth || IsPure(counts) ? Split.None : Best(random, _records.AsSpan(from, to - from), counts);
        if (!split.Exists)
        {
            AddLeaf(node, counts);
            return;
        }

        var left = CountsOf(depth + 1, 0);
        var right = CountsOf(depth + 1, 1);
        _leftOfBest.CopyTo(left);
        for (var one = 0; one < right.Length; one++)
        {
            right[one] = counts[one] - left[one];
        }

        Note(split, counts, left, right);
        var child = _nodes.Count;
        _nodes[node] = new TreeNode(_rows.Threshold(split.Feature, split.Bin, split.NextBin), split.Feature, child, -1);
        _nodes.Add(default);
        _nodes.Add(default);

        // Leaves know their classes from the split already.
        var middle = depth + 1 == _depth ? from : Part(from, to, split);
        Grow(random, child, from, middle, depth + 1, left);
        Grow(random, child + 1, middle, to, depth + 1, right);
    }

    /// <summary>The best split by features drawn at random, and by further ones as long as none parts the rows.</summary>
    private Split Best(SplitMix64 random, ReadOnlySpan<byte> records, ReadOnlySpan<int> counts)
    {
        _search.Enter(counts);
        var best = Split.None;
        for (var i = 0; i < _order.Length && (i < _featuresPerSplit || !best.Exists); i++)
        {
            var drawn = i + (int)(random.NextDouble() * (_order.Length - i));
            (_order[i], _order[drawn]) = (_order[drawn], _order[i]);
            best = _search.By(records, _order[i], best, _leftOfBest);
        }

        return best;
    }

    /// <summary>Moves the rows that go left before those that go right, both in their order; returns where the right ones begin.</summary>
    private int Part(int from, int to, Split split)
    {
        ref var records = ref MemoryMarshal.GetArrayDataReference(_records);
        ref var spare = ref MemoryMarshal.GetArrayDataReference(_spare);
        ref var binOf = ref MemoryMarshal.GetReference(_rows.BinOf);
        var (stride, feature, bin) = (_rows.Stride, split.Feature, split.Bin);
        var (left, right) = (from, 0);
        for (var at = from; at < to; at += stride)
        {
            // Written to both sides and counted on one: a branch taken half the time costs more than a store.
            ref var record = ref Unsafe.Add(ref records, at);
            var step = Unsafe.Add(ref binOf, Unsafe.Add(ref record, feature)) <= bin ? stride : 0;
            Copy(ref record, ref Unsafe.Add(ref spare, right), stride);
            Copy(ref record, ref Unsafe.Add(ref records, left), stride);
            left += step;
            right += stride - step;
        }

        _spare.AsSpan(0, right).CopyTo(_records.AsSpan(left));
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(ref byte source, ref byte target, int length)
    {
        var at = 0;
        do
        {
            Vector128.LoadUnsafe(ref source, (nuint)at).StoreUnsafe(ref target, (nuint)at);
            at += TrainingRows.Unit;
        }
        while (at < length);
    }

    private void AddLeaf(int node, ReadOnlySpan<int> counts)
    {
        _nodes[node] = new TreeNode(float.PositiveInfinity, 0, node, _shares.Count / _rows.Classes);
        var sum = 0.0;
        for (var one = 0; one < counts.Length; one++)
        {
            sum += (double)_rows.ClassWeights[one] * counts[one];
        }

        for (var one = 0; one < counts.Length; one++)
        {
            _shares.Add((float)(_rows.ClassWeights[one] * counts[one] / sum));
        }
    }

    /// <summary>Adds to the feature's importance how much impurity its split took away.</summary>
    private void Note(Split split, ReadOnlySpan<int> node, ReadOnlySpan<int> left, ReadOnlySpan<int> right) =>
        _decrease[split.Feature] += Math.Max(0, Purity(left) + Purity(right) - Purity(node));

    /// <summary>Σ weights² / Σ weights: what the weight of the rows would lack of it is their Gini impurity, times the weight.</summary>
    private double Purity(ReadOnlySpan<int> counts)
    {
        var (sum, squares) = (0.0, 0.0);
        for (var one = 0; one < counts.Length; one++)
        {
            var weight = (double)_rows.ClassWeights[one] * counts[one];
            sum += weight;
            squares += weight * weight;
        }

        return squares / sum;
    }

    private static bool IsPure(ReadOnlySpan<int> counts)
    {
        var present = 0;
        foreach (var count in counts)
        {
            present += count > 0 ? 1 : 0;
        }

        return present < 2;
    }

    private static double[] Normalise(double[] decrease)
    {
        var sum = decrease.Sum();
        return Array.ConvertAll(decrease, one => sum > 0 ? one / sum : 0);
    }
}
