using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpotifyDashboard.Numerics.Forest;

/// <summary>Finds the split of a node by one feature: counts rows per class and bin, then tries the ends of all bins, eight at a time.</summary>
/// <remarks>
/// Histograms count rows, not weights: counts are whole numbers, so their sums are exact in any order, and weights come in
/// only where a split is scored. Only classes present in the node have a histogram. Buffers are made once per thread.
/// </remarks>
internal sealed class SplitSearch(TrainingRows rows)
{
    private const int Lanes = TrainingRows.Lanes;

    private readonly int _width = rows.Width;
    private readonly int[] _histograms = new int[rows.Classes * rows.Width];

    // Where the histogram of each class begins; the class of each histogram.
    private readonly int[] _start = new int[rows.Classes];
    private readonly int[] _present = new int[rows.Classes];

    // Per histogram, as vectors: rows in the lanes before, weight of a row, weight of all rows of the node.
    private readonly int[] _before = new int[rows.Classes * Lanes];
    private readonly Vector256<float>[] _weight = new Vector256<float>[rows.Classes];
    private readonly Vector256<float>[] _total = new Vector256<float>[rows.Classes];
    private int _count;
    private float _sum;

    /// <summary>Takes over the number of drawn rows per class of the node whose splits are wanted next.</summary>
    public void Enter(ReadOnlySpan<int> counts)
    {
        (_count, _sum) = (0, 0);
        for (var one = 0; one < counts.Length; one++)
        {
            if (counts[one] > 0)
            {
                var total = rows.ClassWeights[one] * counts[one];
                _start[one] = _count * _width;
                _present[_count] = one;
                _weight[_count] = Vector256.Create(rows.ClassWeights[one]);
                _total[_count] = Vector256.Create(total);
                _sum += total;
                _count++;
            }
        }
    }

    /// <summary>The best split of the entered node by one feature, or <paramref name="best"/> where none is better.</summary>
    /// <param name="records">The records of the node.</param>
    /// <param name="feature">The column to part them by.</param>
    /// <param name="best">The best split by other features.</param>
    /// <param name="left">Where the split is better: how many drawn rows of each class go left.</param>
    public Split By(ReadOnlySpan<byte> records, int feature, Split best, Span<int> left)
    {
        Count(records, feature);
        AddUp();
        var (bin, score) = Scan();
        if (!(score > best.Score))
        {
            return best;
        }

        TakeLeft(rows.Place(bin), left);
        return new Split(feature, bin, NextFilled(bin), score);
    }

    private void Count(ReadOnlySpan<byte> records, int feature)
    {
        _histograms.AsSpan(0, _count * _width).Clear();
        ref var histograms = ref MemoryMarshal.GetArrayDataReference(_histograms);
        ref var start = ref MemoryMarshal.GetArrayDataReference(_start);
        ref var record = ref MemoryMarshal.GetReference(records);
        ref var end = ref Unsafe.Add(ref record, records.Length);
        var (stride, classAt, timesAt) = (rows.Stride, rows.ClassAt, rows.TimesAt);
        while (Unsafe.IsAddressLessThan(ref record, ref end))
        {
            var place = Unsafe.Add(ref start, Unsafe.Add(ref record, classAt)) + Unsafe.Add(ref record, feature);
            Unsafe.Add(ref histograms, place) += Unsafe.Add(ref record, timesAt);
            record = ref Unsafe.Add(ref record, stride);
        }
    }

    /// <summary>Turns counts into running sums within each lane, and notes what the lanes before add to them.</summary>
    private void AddUp()
    {
        for (var i = 0; i < _count; i++)
        {
            var sum = Vector256<int>.Zero;
            foreach (ref var vector in MemoryMarshal.Cast<int, Vector256<int>>(_histograms.AsSpan(i * _width, _width)))
            {
                sum += vector;
                vector = sum;
            }

            var totals = _histograms.AsSpan(((i + 1) * _width) - Lanes, Lanes);
            var before = _before.AsSpan(i * Lanes, Lanes);
            for (int lane = 0, total = 0; lane < Lanes; lane++)
            {
                before[lane] = total;
                total += totals[lane];
            }
        }
    }

    /// <summary>The bin after which the node parts best, the first of equals, or −1 where all rows share a bin.</summary>
    private (int Bin, float Score) Scan()
    {
        ref var vectors = ref Unsafe.As<int, Vector256<int>>(ref MemoryMarshal.GetArrayDataReference(_histograms));
        ref var before = ref Unsafe.As<int, Vector256<int>>(ref MemoryMarshal.GetArrayDataReference(_before));
        ref var weight = ref MemoryMarshal.GetArrayDataReference(_weight);
        ref var total = ref MemoryMarshal.GetArrayDataReference(_total);
        var perLane = _width / Lanes;
        var (count, best, bestVector, sum) = (_count, Vector256.Create(float.NegativeInfinity), Vector256<int>.Zero, Vector256.Create(_sum));
        for (var vector = 0; vector < perLane; vector++)
        {
            var (left, leftSquares, rightSquares) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
            for (int i = 0, at = vector; i < count; i++, at += perLane)
            {
                var rowsOnLeft = Unsafe.Add(ref vectors, at) + Unsafe.Add(ref before, i);
                var onLeft = Vector256.ConvertToSingle(rowsOnLeft) * Unsafe.Add(ref weight, i);
                var onRight = Unsafe.Add(ref total, i) - onLeft;
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
        for (var lane = 0; lane < Lanes; lane++)
        {
            if (scores[lane] > score)
            {
                (bin, score) = ((lane * (_width / Lanes)) + vectors[lane], scores[lane]);
            }
        }

        return (bin, score);
    }

    /// <summary>Writes how many drawn rows of each class are in the bins up to the one at <paramref name="place"/>.</summary>
    private void TakeLeft(int place, Span<int> counts)
    {
        counts.Clear();
        for (var i = 0; i < _count; i++)
        {
            counts[_present[i]] = _histograms[(i * _width) + place] + _before[(i * Lanes) + (place % Lanes)];
        }
    }

    /// <summary>The next bin with a row of the node; there is one, or the bin would not part it.</summary>
    private int NextFilled(int bin)
    {
        do
        {
            bin++;
        }
        while (!IsFilled(rows.Place(bin)));
        return bin;
    }

    private bool IsFilled(int place)
    {
        // The bin before it in its lane stands a vector before it; the first of a lane begins its sum.
        for (var at = place; at < _count * _width; at += _width)
        {
            if (_histograms[at] != (place < Lanes ? 0 : _histograms[at - Lanes]))
            {
                return true;
            }
        }

        return false;
    }
}
