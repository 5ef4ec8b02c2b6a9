namespace SpotifyDashboard.Numerics;

/// <summary>Mean and variance of every column.</summary>
internal static class ColumnMoments
{
    /// <summary>The d means of an n × d matrix with n ≥ 1.</summary>
    public static double[] Means(FeatureMatrix matrix)
    {
        // Summing distances from the first row keeps a constant column exact: its mean is its value to the last bit, where
        // a plain sum of n times 0.1 ends beside it and leaves a deviation of 1e-17 that turns z into -1.
        var first = matrix.Row(0);
        var sums = new double[matrix.Columns];
        for (var row = 1; row < matrix.Rows; row++)
        {
            var values = matrix.Row(row);
            for (var column = 0; column < sums.Length; column++)
            {
                sums[column] += (double)values[column] - first[column];
            }
        }

        for (var column = 0; column < sums.Length; column++)
        {
            sums[column] = first[column] + (sums[column] / matrix.Rows);
        }

        return sums;
    }

    /// <summary>The d population variances around <paramref name="means"/>.</summary>
    public static double[] Variances(FeatureMatrix matrix, double[] means)
    {
        var sums = new double[matrix.Columns];
        for (var row = 0; row < matrix.Rows; row++)
        {
            var values = matrix.Row(row);
            for (var column = 0; column < sums.Length; column++)
            {
                var distance = values[column] - means[column];
                sums[column] += distance * distance;
            }
        }

        return Array.ConvertAll(sums, sum => sum / matrix.Rows);
    }

    /// <summary>The d × d sample covariances (divided by n − 1) around <paramref name="means"/>; all 0 for a single row.</summary>
    public static double[] Covariance(FeatureMatrix matrix, double[] means)
    {
        var size = means.Length;
        var sums = new double[size * size];
        var distances = new double[size];
        for (var row = 0; row < matrix.Rows; row++)
        {
            var values = matrix.Row(row);
            for (var i = 0; i < size; i++)
            {
                distances[i] = values[i] - means[i];
                for (var j = 0; j <= i; j++)
                {
                    sums[(i * size) + j] += distances[i] * distances[j];
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
}
