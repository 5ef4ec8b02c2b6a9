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
        var (clusters, sizes) = Renumber(rows, labels);
        if (sizes.Count < 2 || sizes.Count == rows.Length)
        {
            return null;
        }

        var sums = DistancesToClusters(matrix, rows, clusters, sizes.Count, cancellationToken);
        var total = 0.0;
        for (var i = 0; i < rows.Length; i++)
        {
            total += Width(sums.AsSpan(i * sizes.Count, sizes.Count), sizes, clusters[i]);
        }

        return total / rows.Length;
    }

    private static int[] SampledRows(int rows)
    {
        var sampled = new int[Math.Min(rows, MostRows)];
        for (var i = 0; i < sampled.Length; i++)
        {
            sampled[i] = (int)((long)i * rows / sampled.Length);
        }

        return sampled;
    }

    /// <summary>Numbers the clusters that occur among <paramref name="rows"/> from 0, in order of appearance, and counts them.</summary>
    private static (int[] Clusters, List<int> Sizes) Renumber(int[] rows, ReadOnlySpan<int> labels)
    {
        var numbers = new Dictionary<int, int>();
        var sizes = new List<int>();
        var clusters = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            if (!numbers.TryGetValue(labels[rows[i]], out clusters[i]))
            {
                clusters[i] = numbers[labels[rows[i]]] = sizes.Count;
                sizes.Add(0);
            }

            sizes[clusters[i]]++;
        }

        return (clusters, sizes);
    }

    /// <summary>The sum of distances from each compared row to the rows of each cluster, m × k.</summary>
    private static double[] DistancesToClusters(FeatureMatrix matrix, int[] rows, int[] clusters, int count, CancellationToken cancellationToken)
    {
        var sums = new double[rows.Length * count];
        for (var i = 0; i < rows.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = matrix.Row(rows[i]);
            for (var j = 0; j < i; j++)
            {
                var distance = Distance(row, matrix.Row(rows[j]));
                sums[(i * count) + clusters[j]] += distance;
                sums[(j * count) + clusters[i]] += distance;
            }
        }

        return sums;
    }

    private static double Distance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = 0.0;
        for (var column = 0; column < a.Length; column++)
        {
            var difference = (double)a[column] - b[column];
            sum += difference * difference;
        }

        return Math.Sqrt(sum);
    }

    /// <summary>(b − a) / max(a, b): a the mean distance to the own cluster's others, b to the nearest other cluster.</summary>
    private static double Width(ReadOnlySpan<double> sums, List<int> sizes, int own)
    {
        if (sizes[own] == 1)
        {
            return 0;
        }

        var inside = sums[own] / (sizes[own] - 1);
        var outside = double.PositiveInfinity;
        for (var cluster = 0; cluster < sums.Length; cluster++)
        {
            outside = cluster == own ? outside : Math.Min(outside, sums[cluster] / sizes[cluster]);
        }

        // Rows that equal all their neighbours and another cluster's rows have no distance to compare.
        var larger = Math.Max(inside, outside);
        return larger == 0 ? 0 : (outside - inside) / larger;
    }
}
