using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SpotifyDashboard.Numerics;

/// <summary>The inner loops of K-Means over one block of points, with points across the lanes of a vector.</summary>
/// <remarks>Compiled with full optimisation at once: the first analysis after a start should not wait for the tiers.</remarks>
internal static class BlockKernels
{
    /// <summary>Writes the nearest of k centroids of each of the 256 points.</summary>
    /// <param name="points">d × 256 values.</param>
    /// <param name="negated">k × d centroids, negated, so that one multiply-add per value suffices.</param>
    /// <param name="halfNorms">Half the squared length of each centroid: |c|²/2 − x·c orders as the distance does.</param>
    /// <param name="nearest">256 numbers of centroids.</param>
    public static void FindNearest(ReadOnlySpan<float> points, ReadOnlySpan<float> negated, ReadOnlySpan<float> halfNorms, Span<byte> nearest)
    {
        if (Avx512F.IsSupported)
        {
            FindNearest<Lanes512, Vector512<float>>(points, negated, halfNorms, nearest);
        }
        else
        {
            FindNearest<Lanes256, Vector256<float>>(points, negated, halfNorms, nearest);
        }
    }

    /// <summary>Lowers <paramref name="distances"/> to the squared distance from <paramref name="center"/> where that is less.</summary>
    /// <param name="points">d × 256 values.</param>
    /// <param name="center">d values.</param>
    /// <param name="distances">256 squared distances; read here, written to <paramref name="lowered"/>, which may be the same.</param>
    /// <param name="weights">256 weights.</param>
    /// <param name="lowered">256 squared distances, none above those in <paramref name="distances"/>.</param>
    /// <returns>The weighted sum of <paramref name="lowered"/>.</returns>
    public static float Lower(
        ReadOnlySpan<float> points, ReadOnlySpan<float> center, ReadOnlySpan<float> distances, ReadOnlySpan<float> weights, Span<float> lowered) =>
        Avx512F.IsSupported
            ? Lower<Lanes512, Vector512<float>>(points, center, distances, weights, lowered)
            : Lower<Lanes256, Vector256<float>>(points, center, distances, weights, lowered);

    /// <summary>Writes the product of each of the 256 points with a row, and marks those above a threshold.</summary>
    /// <param name="points">d × 256 values.</param>
    /// <param name="row">d values.</param>
    /// <param name="threshold">What a product must exceed to be marked.</param>
    /// <param name="products">256 products.</param>
    /// <param name="above">256 bits, one per point from the lowest.</param>
    public static void Multiply(ReadOnlySpan<float> points, ReadOnlySpan<float> row, float threshold, Span<float> products, Span<ulong> above)
    {
        if (Avx512F.IsSupported)
        {
            Multiply<Lanes512, Vector512<float>>(points, row, threshold, products, above);
        }
        else
        {
            Multiply<Lanes256, Vector256<float>>(points, row, threshold, products, above);
        }
    }

    /// <summary>Adds a row, times a factor, to a row of sums of the same length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(ReadOnlySpan<float> row, double factor, Span<double> sums)
    {
        ref var value = ref MemoryMarshal.GetReference(row);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        var column = 0;
        for (; column <= row.Length - Vector256<float>.Count; column += Vector256<float>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref value, (nuint)column));
            (Vector256.LoadUnsafe(ref sum, (nuint)column) + (low * factor)).StoreUnsafe(ref sum, (nuint)column);
            (Vector256.LoadUnsafe(ref sum, (nuint)column + 4) + (high * factor)).StoreUnsafe(ref sum, (nuint)column + 4);
        }

        for (; column < row.Length; column++)
        {
            sums[column] += row[column] * factor;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FindNearest<TLanes, TVector>(
        ReadOnlySpan<float> points, ReadOnlySpan<float> negated, ReadOnlySpan<float> halfNorms, Span<byte> nearest)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        ref var point = ref MemoryMarshal.GetReference(points);
        ref var target = ref MemoryMarshal.GetReference(nearest);
        var columns = points.Length / PointBlocks.Size;

        // Four vectors at a time hide the latency of the multiply-adds, and their tags fill one vector of bytes.
        for (var first = 0; first < PointBlocks.Size; first += 4 * TLanes.Count)
        {
            var (best0, best1, best2, best3) = (TLanes.Create(float.PositiveInfinity), TLanes.Create(float.PositiveInfinity), TLanes.Create(float.PositiveInfinity), TLanes.Create(float.PositiveInfinity));
            var (tag0, tag1, tag2, tag3) = (TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero);
            for (var cluster = 0; cluster < halfNorms.Length; cluster++)
            {
                var score0 = TLanes.Create(halfNorms[cluster]);
                var (score1, score2, score3) = (score0, score0, score0);
                ref var value = ref Unsafe.Add(ref point, first);
                foreach (var coordinate in negated.Slice(cluster * columns, columns))
                {
                    var factor = TLanes.Create(coordinate);
                    score0 = TLanes.MultiplyAdd(TLanes.Load(ref value, 0), factor, score0);
                    score1 = TLanes.MultiplyAdd(TLanes.Load(ref value, TLanes.Count), factor, score1);
                    score2 = TLanes.MultiplyAdd(TLanes.Load(ref value, 2 * TLanes.Count), factor, score2);
                    score3 = TLanes.MultiplyAdd(TLanes.Load(ref value, 3 * TLanes.Count), factor, score3);
                    value = ref Unsafe.Add(ref value, PointBlocks.Size);
                }

                var tag = TLanes.CreateTag(cluster);
                (tag0, best0) = (TLanes.SelectLess(score0, best0, tag, tag0), TLanes.SelectLess(score0, best0, score0, best0));
                (tag1, best1) = (TLanes.SelectLess(score1, best1, tag, tag1), TLanes.SelectLess(score1, best1, score1, best1));
                (tag2, best2) = (TLanes.SelectLess(score2, best2, tag, tag2), TLanes.SelectLess(score2, best2, score2, best2));
                (tag3, best3) = (TLanes.SelectLess(score3, best3, tag, tag3), TLanes.SelectLess(score3, best3, score3, best3));
            }

            TLanes.StoreBytes(tag0, tag1, tag2, tag3, ref target, first);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Lower<TLanes, TVector>(
        ReadOnlySpan<float> points, ReadOnlySpan<float> center, ReadOnlySpan<float> distances, ReadOnlySpan<float> weights, Span<float> lowered)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        ref var point = ref MemoryMarshal.GetReference(points);
        ref var source = ref MemoryMarshal.GetReference(distances);
        ref var weight = ref MemoryMarshal.GetReference(weights);
        ref var target = ref MemoryMarshal.GetReference(lowered);
        var (sum0, sum1) = (TLanes.Zero, TLanes.Zero);
        for (var first = 0; first < PointBlocks.Size; first += 2 * TLanes.Count)
        {
            var (distance0, distance1) = (TLanes.Zero, TLanes.Zero);
            ref var value = ref Unsafe.Add(ref point, first);
            foreach (var coordinate in center)
            {
                // Direct differences: a row equal to a seed must come out at exactly 0, or it could be drawn again.
                var factor = TLanes.Create(coordinate);
                var difference0 = TLanes.Subtract(TLanes.Load(ref value, 0), factor);
                var difference1 = TLanes.Subtract(TLanes.Load(ref value, TLanes.Count), factor);
                distance0 = TLanes.MultiplyAdd(difference0, difference0, distance0);
                distance1 = TLanes.MultiplyAdd(difference1, difference1, distance1);
                value = ref Unsafe.Add(ref value, PointBlocks.Size);
            }

            distance0 = TLanes.Min(TLanes.Load(ref source, first), distance0);
            distance1 = TLanes.Min(TLanes.Load(ref source, first + TLanes.Count), distance1);
            TLanes.Store(distance0, ref target, first);
            TLanes.Store(distance1, ref target, first + TLanes.Count);
            sum0 = TLanes.MultiplyAdd(distance0, TLanes.Load(ref weight, first), sum0);
            sum1 = TLanes.MultiplyAdd(distance1, TLanes.Load(ref weight, first + TLanes.Count), sum1);
        }

        return TLanes.Sum(TLanes.Add(sum0, sum1));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply<TLanes, TVector>(
        ReadOnlySpan<float> points, ReadOnlySpan<float> row, float threshold, Span<float> products, Span<ulong> above)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        const int BitsPerWord = 64;
        ref var point = ref MemoryMarshal.GetReference(points);
        ref var target = ref MemoryMarshal.GetReference(products);
        var least = TLanes.Create(threshold);
        above.Clear();
        for (var first = 0; first < PointBlocks.Size; first += 4 * TLanes.Count)
        {
            var (product0, product1, product2, product3) = (TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero);
            ref var value = ref Unsafe.Add(ref point, first);
            foreach (var coordinate in row)
            {
                var factor = TLanes.Create(coordinate);
                product0 = TLanes.MultiplyAdd(TLanes.Load(ref value, 0), factor, product0);
                product1 = TLanes.MultiplyAdd(TLanes.Load(ref value, TLanes.Count), factor, product1);
                product2 = TLanes.MultiplyAdd(TLanes.Load(ref value, 2 * TLanes.Count), factor, product2);
                product3 = TLanes.MultiplyAdd(TLanes.Load(ref value, 3 * TLanes.Count), factor, product3);
                value = ref Unsafe.Add(ref value, PointBlocks.Size);
            }

            TLanes.Store(product0, ref target, first);
            TLanes.Store(product1, ref target, first + TLanes.Count);
            TLanes.Store(product2, ref target, first + (2 * TLanes.Count));
            TLanes.Store(product3, ref target, first + (3 * TLanes.Count));
            var bits = TLanes.BitsAbove(product0, least)
                | (TLanes.BitsAbove(product1, least) << TLanes.Count)
                | (TLanes.BitsAbove(product2, least) << (2 * TLanes.Count))
                | (TLanes.BitsAbove(product3, least) << (3 * TLanes.Count));
            above[first / BitsPerWord] |= bits << (first % BitsPerWord);
        }
    }
}
