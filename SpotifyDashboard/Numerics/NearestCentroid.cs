namespace SpotifyDashboard.Numerics;

/// <summary>The exact answer for a single row, in double by direct differences.</summary>
internal static class NearestCentroid
{
    /// <summary>The first of the nearest centroids (k × d) of a row, and the squared distance to it.</summary>
    public static (int Cluster, double Distance) Of(ReadOnlySpan<float> row, ReadOnlySpan<double> centroids)
    {
        var (nearest, least) = (0, double.PositiveInfinity);
        for (int cluster = 0, first = 0; first < centroids.Length; cluster++, first += row.Length)
        {
            var centroid = centroids.Slice(first, row.Length);
            var distance = 0.0;
            for (var column = 0; column < row.Length; column++)
            {
                var difference = row[column] - centroid[column];
                distance += difference * difference;
            }

            (nearest, least) = distance < least ? (cluster, distance) : (nearest, least);
        }

        return (nearest, least);
    }
}
