using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpotifyDashboard.Numerics.Forest;

/// <summary>Finds the split of a node by one feature: counts rows per class and bin, then tries the ends of all bins, eight at a time.</summary>
/// <remarks>
/// Histograms count rows, not weights: counts are whole numbers, so their sums are exact in any order, and weights come in
/// only where a split is scored. Buffers are made once per thread.
/// </remarks>
internal sealed class SplitSearch(TrainingRows rows)
{
    private readonly int[] _histogram = new int[rows.Classes * rows.Width];
    private readonly int[] _present = new int[rows.Classes];

    // Per class, as vectors: rows in the bins of the lanes before, weight of a row, weight of all rows of the node.
    private readonly Vector256<int>[] _before = new Vector256<int>[rows.Classes];
    private readonly Vector256<float>[] _weight = new Vector256<float>[rows.Classes];
    private readonly Vector256<float>[] _total = new Vector256<float>[rows.Classes];
    private int _classes;
    private float _sum;

    /// <summary>Takes over the number of drawn rows per class of the node whose splits are wanted next.</summary>
    public void Enter(ReadOnlySpan<int> counts)
    {
        (_classes, _sum) = (0, 0);
        for (var one = 0; one < counts.Length; one++)
        {
            if (counts[one] > 0)
            {
                var total = rows.ClassWeights[one] * counts[one];
                _present[_classes] = one;
                _weight[_classes] = Vector256.Create(rows.ClassWeights[one]);
                _total[_classes] = Vector256.Create(total);
                _sum += total;
                _classes++;
            }
        }
    }

    /// <summary>The best split of the entered node by one feature; what goes left is in <see cref="LeftOf"/> until the next call.</summary>
    /// <param name="records">The records of the node.</param>
    /// <param name="feature">The column to part them by.</param>
    public Split By(ReadOnlySpan<byte> records, int feature)
    {
        Clear();
        Count(records, feature);
        AddUp();
        var (bin, score) = Scan();
        return bin < 0 ? Split.None : new Split(feature, bin, NextFilled(bin), score);
    }

    /// <summary>Writes how many drawn rows of each class are in the bins up to <paramref name="bin"/>.</summary>
    public void LeftOf(int bin, Span<int> counts)
    {
        counts.Clear();
        for (var i = 0; i < _classes; i++)
        {
            counts[_present[i]] = UpTo(bin, i);
        }
    }

    private void Clear()
    {
        for (var i = 0; i < _classes; i++)
        {
            _histogram.AsSpan(_present[i] * rows.Width, rows.Width).Clear();
        }
    }

    private void Count(ReadOnlySpan<byte> records, int feature)
    {
        ref var histogram = ref MemoryMarshal.GetArrayDataReference(_histogram);
        ref var record = ref MemoryMarshal.GetReference(records);
        ref var end = ref Unsafe.Add(ref record, records.Length);
        var (width, stride, classAt, timesAt) = (rows.Width, rows.Stride, rows.ClassAt, rows.TimesAt);
        while (Unsafe.IsAddressLessThan(ref record, ref end))
        {
            var place = (Unsafe.Add(ref record, classAt) * width) + Unsafe.Add(ref record, feature);
            Unsafe.Add(ref histogram, place) += Unsafe.Add(ref record, timesAt);
            record = ref Unsafe.Add(ref record, stride);
        }
    }

    /// <summary>Turns counts into running sums within each lane, and notes what the lanes before add to them.</summary>
    private void AddUp()
    {
        for (var i = 0; i < _classes; i++)
        {
            var lanes = MemoryMarshal.Cast<int, Vector256<int>>(_histogram.AsSpan(_present[i] * rows.Width, rows.Width));
            var sum = Vector256<int>.Zero;
            for (var vector = 0; vector < lanes.Length; vector++)
            {
                sum += lanes[vector];
                lanes[vector] = sum;
            }

            var before = Vector256<int>.Zero;
            for (int lane = 1, total = 0; lane < TrainingRows.Lanes; lane++)
            {
                total += sum[lane - 1];
                before = before.WithElement(lane, total);
            }

            _before[i] = before;
        }
    }

    /// <summary>The bin after which the node parts best, the first of equals, or −1 where all rows share a bin.</summary>
    private (int Bin, float Score) Scan()
    {
        ref var histogram = ref MemoryMarshal.GetArrayDataReference(_histogram);
        var best = Vector256.Create(float.NegativeInfinity);
        var bestVector = Vector256<int>.Zero;
        var sum = Vector256.Create(_sum);
        for (var vector = 0; vector < rows.BinsPerLane; vector++)
        {
            var (left, leftSquares, rightSquares) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
            for (var i = 0; i < _classes; i++)
            {
                var at = (_present[i] * rows.Width) + (vector * TrainingRows.Lanes);
                var counts = Vector256.LoadUnsafe(ref histogram, (nuint)at) + _before[i];
                var onLeft = Vector256.ConvertToSingle(counts) * _weight[i];
                var onRight = _total[i] - onLeft;
                left += onLeft;
                leftSquares += onLeft * onLeft;
                rightSquares += onRight * onRight;
            }

            // With all rows on one side a division by zero gives NaN, which is not greater than anything.
            var score = (leftSquares / left) + (rightSquares / (sum - left));
            var better = Vector256.GreaterThan(score, best);
            best = Vector256.ConditionalSelect(better, score, best);
            bestVector = Vector256.ConditionalSelect(better.AsInt32(), Vector256.Create(vector), bestVector);
        }

        return Best(best, bestVector);
    }

    private (int Bin, float Score) Best(Vector256<float> scores, Vector256<int> vectors)
    {
        var (bin, score) = (-1, float.NegativeInfinity);
        for (var lane = 0; lane < TrainingRows.Lanes; lane++)
        {
            if (scores[lane] > score)
            {
                (bin, score) = ((lane * rows.BinsPerLane) + vectors[lane], scores[lane]);
            }
        }

        return (bin, score);
    }

    private int NextFilled(int bin)
    {
        var next = bin + 1;
        while (!DiffersFromTheBinBefore(next))
        {
            next++;
        }

        return next;
    }

    private bool DiffersFromTheBinBefore(int bin)
    {
        for (var i = 0; i < _classes; i++)
        {
            if (UpTo(bin, i) != UpTo(bin - 1, i))
            {
                return true;
            }
        }

        return false;
    }

    private int UpTo(int bin, int present) =>
        _histogram[(_present[present] * rows.Width) + rows.Place(bin)] + _before[present][bin / rows.BinsPerLane];
}
