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

    /// <summary>Where the mean lies further from the shift than so many variances, squared, one pass loses digits and a second is made.</summary>
    private const double FarOff = 1e4;

    private const int RowsForTheShift = 4096;

    /// <summary>The d means of an n × d matrix with n ≥ 1.</summary>
    public static double[] Means(FeatureMatrix matrix) => Fold(Sums(matrix, matrix.Rows), matrix.Columns, matrix.Rows);

    /// <summary>The d means, and the d population variances around them, of an n × d matrix with n ≥ 1.</summary>
    /// <remarks>
    /// One pass over values less a shift near their mean, the mean of the first rows: T. F. Chan, G. H. Golub, R. J. LeVeque, "Algorithms for computing the sample
    /// variance", The American Statistician 37 (1983) 242–247, doi:10.1080/00031305.1983.10483115. A value that is not finite makes its column's mean not finite.
    /// </remarks>
    public static (double[] Means, double[] Variances) Of(FeatureMatrix matrix)
    {
        var first = Math.Min(matrix.Rows, RowsForTheShift);
        var shift = Fold(Sums(matrix, first), matrix.Columns, first);
        var (offsets, squares) = Around(matrix, shift);
        var means = shift.Zip(offsets, (near, offset) => near + offset).ToArray();
        var variances = squares.Zip(offsets, (square, offset) => square - (offset * offset)).ToArray();
        return offsets.Zip(variances).All(column => column.First * column.First <= FarOff * column.Second)
            ? (means, variances)
            : (means, Around(matrix, means).Squares);
    }

    /// <summary>The d × d sample covariances (divided by n − 1) around <paramref name="means"/>; all 0 for a single row.</summary>
    public static double[] Covariance(FeatureMatrix matrix, double[] means)
    {
        var size = means.Length;
        var parts = Crew.ForEachShare(matrix.Values.Length, share => Products(matrix, means, Crew.Range(share, matrix.Rows)));
        var sums = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                sums[(i * size) + j] = sums[(j * size) + i] = parts.Sum(part => part[(i * size) + j]) / Math.Max(1, matrix.Rows - 1);
            }
        }

        return sums;
    }

    /// <summary>Sums of products of every two columns of some rows, in the lower half.</summary>
    private static double[] Products(FeatureMatrix matrix, double[] means, (int From, int To) range)
    {
        var size = means.Length;
        var sums = new double[size * size];
        var columns = new double[size * PointBlocks.Size];
        for (var first = range.From; first < range.To; first += PointBlocks.Size)
        {
            var rows = Math.Min(PointBlocks.Size, range.To - first);
            Transpose(matrix.Values.Slice(first * size, rows * size), means, columns);
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j <= i; j++)
                {
                    sums[(i * size) + j] += Product(columns, i * PointBlocks.Size, j * PointBlocks.Size);
                }
            }
        }

        return sums;
    }

    /// <summary>Sums of the first rows, for each column eight of them.</summary>
    private static double[] Sums(FeatureMatrix matrix, int rows)
    {
        var sums = new double[matrix.Columns * RowsAtOnce];
        for (var values = matrix.Values[..(rows * matrix.Columns)]; !values.IsEmpty;)
        {
            var length = Math.Min(values.Length, sums.Length);
            BlockKernels.AddScaled(values[..length], 1, sums.AsSpan(0, length));
            values = values[length..];
        }

        return sums;
    }

    /// <summary>Mean difference to <paramref name="shift"/> and mean squared difference of each column.</summary>
    private static (double[] Offsets, double[] Squares) Around(FeatureMatrix matrix, double[] shift)
    {
        var repeated = Repeat(shift);
        var parts = Crew.ForEachShare(matrix.Values.Length, share =>
        {
            var (from, to) = Crew.Range(share, matrix.Rows);
            var (sums, squares) = (new double[repeated.Length], new double[repeated.Length]);
            for (var values = matrix.Values[(from * matrix.Columns)..(to * matrix.Columns)]; !values.IsEmpty;)
            {
                var length = Math.Min(values.Length, sums.Length);
                Add(values[..length], repeated, sums, squares);
                values = values[length..];
            }

            return (Sums: sums, Squares: squares);
        });
        return (Fold([.. parts.SelectMany(part => part.Sums)], matrix.Columns, matrix.Rows), Fold([.. parts.SelectMany(part => part.Squares)], matrix.Columns, matrix.Rows));
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
    private static void Add(ReadOnlySpan<float> values, double[] shifts, double[] sums, double[] squares)
    {
        ref var value = ref MemoryMarshal.GetReference(values);
        ref var shift = ref MemoryMarshal.GetArrayDataReference(shifts);
        ref var sum = ref MemoryMarshal.GetArrayDataReference(sums);
        ref var square = ref MemoryMarshal.GetArrayDataReference(squares);
        var i = 0;
        for (; i <= values.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref value, (nuint)i));
            low -= Vector256.LoadUnsafe(ref shift, (nuint)i);
            high -= Vector256.LoadUnsafe(ref shift, (nuint)i + 4);
            (Vector256.LoadUnsafe(ref sum, (nuint)i) + low).StoreUnsafe(ref sum, (nuint)i);
            (Vector256.LoadUnsafe(ref sum, (nuint)i + 4) + high).StoreUnsafe(ref sum, (nuint)i + 4);
            (Vector256.LoadUnsafe(ref square, (nuint)i) + (low * low)).StoreUnsafe(ref square, (nuint)i);
            (Vector256.LoadUnsafe(ref square, (nuint)i + 4) + (high * high)).StoreUnsafe(ref square, (nuint)i + 4);
        }

        for (; i < values.Length; i++)
        {
            var difference = values[i] - shifts[i];
            sums[i] += difference;
            squares[i] += difference * difference;
        }
    }

    /// <summary>Up to 256 rows as centred columns of 256, filled up with zeros.</summary>
    /// <param name="rows">The rows, row-major.</param>
    /// <param name="means">What is taken from each of the d columns.</param>
    /// <param name="columns">d times 256 places.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Transpose(ReadOnlySpan<float> rows, double[] means, double[] columns)
    {
        var (size, count) = (means.Length, rows.Length / means.Length);
        if (count < PointBlocks.Size)
        {
            Array.Clear(columns);
        }

        ref var value = ref MemoryMarshal.GetReference(rows);
        ref var target = ref MemoryMarshal.GetArrayDataReference(columns);
        for (var column = 0; column < size; column++)
        {
            var mean = Vector256.Create(means[column]);
            var row = 0;
            for (; row <= count - Vector256<float>.Count; row += Vector256<float>.Count)
            {
                var (low, high) = Vector256.Widen(EveryNth(ref Unsafe.Add(ref value, (row * size) + column), size));
                (low - mean).StoreUnsafe(ref target, (nuint)((column * PointBlocks.Size) + row));
                (high - mean).StoreUnsafe(ref target, (nuint)((column * PointBlocks.Size) + row + 4));
            }

            for (; row < count; row++)
            {
                columns[(column * PointBlocks.Size) + row] = rows[(row * size) + column] - means[column];
            }
        }
    }

    private static Vector256<float> EveryNth(ref float first, int n) => Vector256.Create(
        first, Unsafe.Add(ref first, n), Unsafe.Add(ref first, 2 * n), Unsafe.Add(ref first, 3 * n), Unsafe.Add(ref first, 4 * n), Unsafe.Add(ref first, 5 * n), Unsafe.Add(ref first, 6 * n), Unsafe.Add(ref first, 7 * n));

    /// <summary>The product of two columns, four sums side by side so that no addition waits for the one before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Product(double[] columns, int first, int second)
    {
        ref var left = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(columns), first);
        ref var right = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(columns), second);
        var (sum0, sum1, sum2, sum3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        for (nuint i = 0; i < PointBlocks.Size; i += 16)
        {
            sum0 = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref left, i), Vector256.LoadUnsafe(ref right, i), sum0);
            sum1 = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref left, i + 4), Vector256.LoadUnsafe(ref right, i + 4), sum1);
            sum2 = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref left, i + 8), Vector256.LoadUnsafe(ref right, i + 8), sum2);
            sum3 = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref left, i + 12), Vector256.LoadUnsafe(ref right, i + 12), sum3);
        }

        return Vector256.Sum(sum0 + sum1 + sum2 + sum3);
    }
}
