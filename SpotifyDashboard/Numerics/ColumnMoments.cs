using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpotifyDashboard.Numerics;

/// <summary>Mean and variance of every column, and the covariance of every two.</summary>
/// <remarks>
/// Sums are double over floats of 24 bits: the sum of n equal values is exact below 2^29 rows, so the mean of a constant
/// column is its value to the last bit and its deviation exactly 0, where naive sums of 0.1 leave 1e-17 and turn z into −1.
/// Eight rows are taken as one long row with eight times the columns, which fills vectors whatever the number of columns.
/// </remarks>
internal static class ColumnMoments
{
    private const int RowsAtOnce = 8;

    /// <summary>The d means of an n × d matrix with n ≥ 1.</summary>
    public static double[] Means(FeatureMatrix matrix)
    {
        var sums = new double[matrix.Columns * RowsAtOnce];
        for (var values = matrix.Values; !values.IsEmpty;)
        {
            var length = Math.Min(values.Length, sums.Length);
            BlockKernels.AddScaled(values[..length], 1, sums.AsSpan(0, length));
            values = values[length..];
        }

        return Fold(sums, matrix.Columns, matrix.Rows);
    }

    /// <summary>The d population variances around <paramref name="means"/>.</summary>
    public static double[] Variances(FeatureMatrix matrix, double[] means)
    {
        var sums = new double[matrix.Columns * RowsAtOnce];
        var repeated = Repeat(means);
        for (var values = matrix.Values; !values.IsEmpty;)
        {
            var length = Math.Min(values.Length, sums.Length);
            AddSquares(values[..length], repeated, sums);
            values = values[length..];
        }

        return Fold(sums, matrix.Columns, matrix.Rows);
    }

    /// <summary>The d × d sample covariances (divided by n − 1) around <paramref name="means"/>; all 0 for a single row.</summary>
    public static double[] Covariance(FeatureMatrix matrix, double[] means)
    {
        var size = means.Length;
        var sums = new double[size * size];
        var columns = new double[size * PointBlocks.Size];
        for (var first = 0; first < matrix.Rows; first += PointBlocks.Size)
        {
            var rows = Math.Min(PointBlocks.Size, matrix.Rows - first);
            Transpose(matrix.Values.Slice(first * size, rows * size), means, columns);
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j <= i; j++)
                {
                    sums[(i * size) + j] += Product(columns, i * PointBlocks.Size, j * PointBlocks.Size);
                }
            }
        }

        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                sums[(j * size) + i] = sums[(i * size) + j] /= Math.Max(1, matrix.Rows - 1);
            }
        }

        return sums;
    }

    /// <summary>A row of d values eight times over.</summary>
    internal static double[] Repeat(IEnumerable<double> values) =>
        [.. Enumerable.Repeat(values, RowsAtOnce).SelectMany(row => row)];

    private static double[] Fold(double[] sums, int columns, int rows)
    {
        var folded = new double[columns];
        for (var i = 0; i < sums.Length; i++)
        {
            folded[i % columns] += sums[i];
        }

        return Array.ConvertAll(folded, sum => sum / rows);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddSquares(ReadOnlySpan<float> values, double[] means, double[] sums)
    {
        ref var value = ref MemoryMarshal.GetReference(values);
        ref var mean = ref MemoryMarshal.GetArrayDataReference(means);
        ref var sum = ref MemoryMarshal.GetArrayDataReference(sums);
        var i = 0;
        for (; i <= values.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref value, (nuint)i));
            low -= Vector256.LoadUnsafe(ref mean, (nuint)i);
            high -= Vector256.LoadUnsafe(ref mean, (nuint)i + 4);
            (Vector256.LoadUnsafe(ref sum, (nuint)i) + (low * low)).StoreUnsafe(ref sum, (nuint)i);
            (Vector256.LoadUnsafe(ref sum, (nuint)i + 4) + (high * high)).StoreUnsafe(ref sum, (nuint)i + 4);
        }

        for (; i < values.Length; i++)
        {
            sums[i] += (values[i] - means[i]) * (values[i] - means[i]);
        }
    }

    /// <summary>Up to 256 rows as centred columns of 256, filled up with zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose(ReadOnlySpan<float> rows, double[] means, double[] columns)
    {
        Array.Clear(columns);
        for (var column = 0; column < means.Length; column++)
        {
            var mean = means[column];
            var target = columns.AsSpan(column * PointBlocks.Size, rows.Length / means.Length);
            for (int row = 0, i = column; row < target.Length; row++, i += means.Length)
            {
                target[row] = rows[i] - mean;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Product(double[] columns, int first, int second)
    {
        ref var value = ref MemoryMarshal.GetArrayDataReference(columns);
        var (sum0, sum1) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var i = 0; i < PointBlocks.Size; i += 2 * Vector256<double>.Count)
        {
            sum0 = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref value, (nuint)(first + i)), Vector256.LoadUnsafe(ref value, (nuint)(second + i)), sum0);
            sum1 = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref value, (nuint)(first + i + 4)), Vector256.LoadUnsafe(ref value, (nuint)(second + i + 4)), sum1);
        }

        return Vector256.Sum(sum0 + sum1);
    }
}
