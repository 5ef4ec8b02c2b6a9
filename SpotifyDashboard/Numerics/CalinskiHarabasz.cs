namespace SpotifyDashboard.Numerics;

/// <summary>How much further clusters lie from each other than rows from their cluster: the higher, the better set apart.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n × d and n labels in, one number out.</para>
/// <para><b>Units.</b> A ratio of variances, 0 or above; comparable between numbers of clusters of the same rows, not between data sets.</para>
/// <para><b>Cost.</b> O(n·d).</para>
/// <para><b>Determinism.</b> Sums run in one fixed order in double: equal data give equal bits.</para>
/// <para><b>Sources.</b> T. Caliński, J. Harabasz, "A dendrite method for cluster analysis", Communications in Statistics 3 (1974) 1–27,
/// doi:10.1080/03610927408827101. Unlike scikit-learn's <c>calinski_harabasz_score</c>, one cluster, as many clusters as rows, or clusters of
/// equal rows only is no error (and not 1) but an absent answer.</para>
/// </remarks>
public static class CalinskiHarabasz
{
    /// <summary>The index, or null where it is not defined: show "–".</summary>
    /// <param name="matrix">n × d, finite: what was clustered.</param>
    /// <param name="labels">n labels, any integers.</param>
    /// <exception cref="ArgumentException">Rows and labels differ in number, or a value is NaN or infinite.</exception>
    public static double? Of(FeatureMatrix matrix, ReadOnlySpan<int> labels)
    {
        var groups = LabelledMeans.Of(matrix, labels);
        if (groups.Sizes.Length < 2 || groups.Sizes.Length == matrix.Rows)
        {
            return null;
        }

        var within = 0.0;
        for (var row = 0; row < matrix.Rows; row++)
        {
            within += LabelledMeans.Squares(matrix.Row(row), groups.Means.AsSpan(groups.Clusters[row] * matrix.Columns, matrix.Columns));
        }

        var between = Between(groups, ColumnMoments.Means(matrix));
        return within == 0 ? null : between / (groups.Sizes.Length - 1) / (within / (matrix.Rows - groups.Sizes.Length));
    }

    /// <summary>The squared distances of the cluster means from the mean of all, each as often as the cluster has rows.</summary>
    private static double Between(LabelledMeans groups, double[] center)
    {
        var between = 0.0;
        for (var i = 0; i < groups.Means.Length; i++)
        {
            var difference = groups.Means[i] - center[i % center.Length];
            between += groups.Sizes[i / center.Length] * difference * difference;
        }

        return between;
    }
}
