using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpotifyDashboard.Numerics;

/// <summary>How well clusters are set apart: near 1 apart, near 0 touching, below 0 rows in the wrong cluster.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n × d and n labels in, one number out.</para>
/// <para><b>Units.</b> A ratio of Euclidean distances, −1 to 1; scale unlike features first.</para>
/// <para><b>Cost.</b> O(m²·d) for m compared rows: all up to 4,000; above, the 4,000 rows ⌊i·n/4000⌋, compared among
/// themselves.</para>
/// <para><b>Determinism.</b> The sample is fixed by n and sums run in one order: equal data give equal bits.</para>
/// <para><b>Sources.</b> P. J. Rousseeuw, "Silhouettes: a graphical aid to the interpretation and validation of cluster
/// analysis", J. Comput. Appl. Math. 20 (1987) 53–65, doi:10.1016/0377-0427(87)90125-7. Unlike scikit-learn's
/// <c>silhouette_score</c>, one cluster, or as many clusters as rows, is no error but an absent answer, and the sample is
/// evenly spread, not drawn. A row alone in its cluster counts 0 in both.</para>
/// </remarks>
public static class Silhouette
{
    /// <summary>Most rows that are compared with each other.</summary>
    public const int MostRows = 4000;

    /// <summary>The mean silhouette of the compared rows, or null where it is not defined.</summary>
    /// <param name="matrix">n × d, finite: what was clustered.</param>
    /// <param name="labels">n labels, 0 or above.</param>
    /// <param name="cancellationToken">Looked at once per compared row.</param>
    /// <returns>
    /// The mean, or null if the compared rows hold fewer than two clusters or as many as there are rows: show "–".
    /// </returns>
    /// <exception cref="ArgumentException">Rows and labels differ in number, or a value is NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static double? Mean(FeatureMatrix matrix, ReadOnlySpan<int> labels, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (labels.Length != matrix.Rows)
        {
            throw new ArgumentException($"{labels.Length} labels do not name the clusters of {matrix.Rows} rows.", nameof(labels));
        }

        matrix.ThrowIfNotFinite();
        var rows = SampledRows(matrix.Rows);
        var sizes = GroupByCluster(rows, labels);
        if (sizes.Length < 2 || sizes.Length == rows.Length)
        {
            return null;
        }

        var columns = Columns(matrix, rows);
        var distances = new double[columns.Length / matrix.Columns];
        var total = 0.0;
        for (int cluster = 0, i = 0; cluster < sizes.Length; cluster++)
        {
            for (var end = i + sizes[cluster]; i < end; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                MeasureDistances(columns, i, distances);
                total += Width(distances, sizes, cluster);
            }
        }

        return total / rows.Length;
    }

    /// <summary>The rows that are compared: all up to <see cref="MostRows"/>, or as many, evenly spread.</summary>
    internal static int[] SampledRows(int rows)
    {
        var sampled = new int[Math.Min(rows, MostRows)];
        for (var i = 0; i < sampled.Length; i++)
        {
            sampled[i] = (int)((long)i * rows / sampled.Length);
        }

        return sampled;
    }

    /// <summary>Sorts <paramref name="rows"/> by cluster and counts the rows of each cluster that occurs among them.</summary>
    private static int[] GroupByCluster(int[] rows, ReadOnlySpan<int> labels)
    {
        var keys = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            keys[i] = labels[rows[i]];
        }

        // Within a cluster rows stay in order, so that the sums have the same bits in every run.
        int[] order = [.. Enumerable.Range(0, rows.Length).OrderBy(i => keys[i])];
        var sorted = Array.ConvertAll(order, i => rows[i]);
        sorted.CopyTo(rows, 0);
        return [.. keys.Order().CountBy(key => key).Select(group => group.Value)];
    }

    /// <summary>The compared rows feature by feature, each feature filled up to a whole number of vectors.</summary>
    private static double[] Columns(FeatureMatrix matrix, int[] rows)
    {
        var padded = (rows.Length + Vector256<double>.Count - 1) / Vector256<double>.Count * Vector256<double>.Count;
        var columns = new double[padded * matrix.Columns];
        for (var column = 0; column < matrix.Columns; column++)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                columns[(column * padded) + i] = matrix[rows[i], column];
            }
        }

        return columns;
    }

    /// <summary>Writes the distance of row <paramref name="i"/> to every row, by direct differences.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MeasureDistances(double[] columns, int i, double[] distances)
    {
        ref var value = ref MemoryMarshal.GetArrayDataReference(columns);
        ref var target = ref MemoryMarshal.GetArrayDataReference(distances);
        for (var j = 0; j < distances.Length; j += Vector256<double>.Count)
        {
            var sum = Vector256<double>.Zero;
            for (var first = 0; first < columns.Length; first += distances.Length)
            {
                var difference = Vector256.LoadUnsafe(ref value, (nuint)(first + j)) - Vector256.Create(columns[first + i]);
                sum = Vector256.MultiplyAddEstimate(difference, difference, sum);
            }

            Vector256.Sqrt(sum).StoreUnsafe(ref target, (nuint)j);
        }
    }

    /// <summary>(b − a) / max(a, b): a the mean distance to the own cluster's others, b to the nearest other cluster.</summary>
    private static double Width(double[] distances, int[] sizes, int own)
    {
        if (sizes[own] == 1)
        {
            return 0;
        }

        var (inside, outside) = (0.0, double.PositiveInfinity);
        for (int cluster = 0, first = 0; cluster < sizes.Length; first += sizes[cluster], cluster++)
        {
            var sum = Sum(distances.AsSpan(first, sizes[cluster]));
            (inside, outside) = cluster == own ? (sum / (sizes[own] - 1), outside) : (inside, Math.Min(outside, sum / sizes[cluster]));
        }

        // Rows that equal all their neighbours and another cluster's rows have no distance to compare.
        var larger = Math.Max(inside, outside);
        return larger == 0 ? 0 : (outside - inside) / larger;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(values);
        var sums = Vector256<double>.Zero;
        foreach (var vector in vectors)
        {
            sums += vector;
        }

        var sum = Vector256.Sum(sums);
        foreach (var value in values[(vectors.Length * Vector256<double>.Count)..])
        {
            sum += value;
        }

        return sum;
    }
}
