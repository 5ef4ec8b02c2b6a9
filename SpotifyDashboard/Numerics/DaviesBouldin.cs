namespace SpotifyDashboard.Numerics;

/// <summary>How wide clusters are for their distance from the neighbour they are hardest to tell from: the lower, the better set apart.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n × d and n labels in, one number out.</para>
/// <para><b>Units.</b> A ratio of Euclidean distances, 0 or above; scale unlike features first.</para>
/// <para><b>Cost.</b> O(n·d + k²·d).</para>
/// <para><b>Determinism.</b> Sums run in one fixed order in double: equal data give equal bits.</para>
/// <para><b>Sources.</b> D. L. Davies, D. W. Bouldin, "A cluster separation measure", IEEE Trans. Pattern Analysis and Machine Intelligence 1
/// (1979) 224–227, doi:10.1109/TPAMI.1979.4766909, with mean distances as scikit-learn's <c>davies_bouldin_score</c>. Unlike there, one cluster,
/// as many clusters as rows, or two clusters around the same point is no error (and not left out) but an absent answer.</para>
/// </remarks>
public static class DaviesBouldin
{
    /// <summary>The index, or null where it is not defined: show "–".</summary>
    /// <param name="matrix">n × d, finite: what was clustered.</param>
    /// <param name="labels">n labels, any integers.</param>
    /// <exception cref="ArgumentException">Rows and labels differ in number, or a value is NaN or infinite.</exception>
    public static double? Of(FeatureMatrix matrix, ReadOnlySpan<int> labels)
    {
        var groups = LabelledMeans.Of(matrix, labels);
        var clusters = groups.Sizes.Length;
        if (clusters < 2 || clusters == matrix.Rows)
        {
            return null;
        }

        var widths = Widths(matrix, groups);
        var total = 0.0;
        for (var one = 0; one < clusters; one++)
        {
            var hardest = 0.0;
            for (var other = 0; other < clusters; other++)
            {
                var distance = Distance(groups.Means, one, other, matrix.Columns);
                hardest = one == other ? hardest : Math.Max(hardest, (widths[one] + widths[other]) / distance);
            }

            total += hardest;
        }

        // Two means on one point divide by 0.
        return double.IsFinite(total) ? total / clusters : null;
    }

    /// <summary>The mean distance of the rows of each cluster from its mean.</summary>
    private static double[] Widths(FeatureMatrix matrix, LabelledMeans groups)
    {
        var widths = new double[groups.Sizes.Length];
        for (var row = 0; row < matrix.Rows; row++)
        {
            var cluster = groups.Clusters[row];
            widths[cluster] += Math.Sqrt(LabelledMeans.Squares(matrix.Row(row), groups.Means.AsSpan(cluster * matrix.Columns, matrix.Columns)));
        }

        for (var cluster = 0; cluster < widths.Length; cluster++)
        {
            widths[cluster] /= groups.Sizes[cluster];
        }

        return widths;
    }

    private static double Distance(double[] means, int one, int other, int columns)
    {
        var squares = 0.0;
        for (var column = 0; column < columns; column++)
        {
            var difference = means[(one * columns) + column] - means[(other * columns) + column];
            squares += difference * difference;
        }

        return Math.Sqrt(squares);
    }
}
