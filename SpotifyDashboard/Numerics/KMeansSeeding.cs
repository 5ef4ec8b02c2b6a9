namespace SpotifyDashboard.Numerics;

/// <summary>Greedy k-means++: draws each seed among the rows that the seeds so far serve badly.</summary>
internal static class KMeansSeeding
{
    /// <summary>Draws k × d seeds, each an own row, from a matrix with at least k distinct rows of positive weight.</summary>
    public static double[] Draw(FeatureMatrix matrix, ReadOnlySpan<float> weights, int clusters, SplitMix64 random)
    {
        var candidates = 2 + (int)Math.Log(clusters);
        var seeds = new double[clusters * matrix.Columns];
        var costs = new double[matrix.Rows];
        for (var row = 0; row < costs.Length; row++)
        {
            costs[row] = weights.IsEmpty ? 1 : weights[row];
        }

        var nearest = new double[matrix.Rows];
        Array.Fill(nearest, double.PositiveInfinity);
        for (var seed = 0; seed < clusters; seed++)
        {
            var (bestTotal, bestNearest, bestRow) = (double.PositiveInfinity, nearest, 0);
            for (var candidate = 0; candidate < (seed == 0 ? 1 : candidates); candidate++)
            {
                var row = Pick(costs, random);
                var distances = Closer(matrix, nearest, row);
                var total = Total(distances, weights);
                if (total < bestTotal)
                {
                    (bestTotal, bestNearest, bestRow) = (total, distances, row);
                }
            }

            nearest = bestNearest;
            for (var row = 0; row < costs.Length; row++)
            {
                costs[row] = nearest[row] * (weights.IsEmpty ? 1 : weights[row]);
            }

            CopyRow(matrix.Row(bestRow), seeds.AsSpan(seed * matrix.Columns));
        }

        return seeds;
    }

    /// <summary>A row drawn with probability proportional to its cost.</summary>
    private static int Pick(double[] costs, SplitMix64 random)
    {
        var target = random.NextDouble() * costs.Sum();
        var last = 0;
        for (var row = 0; row < costs.Length; row++)
        {
            if (costs[row] > 0)
            {
                last = row;
                target -= costs[row];
                if (target < 0)
                {
                    break;
                }
            }
        }

        return last;
    }

    private static double[] Closer(FeatureMatrix matrix, double[] nearest, int candidate)
    {
        var center = matrix.Row(candidate);
        var closer = new double[nearest.Length];
        for (var row = 0; row < closer.Length; row++)
        {
            closer[row] = Math.Min(nearest[row], SquaredDistance(matrix.Row(row), center));
        }

        return closer;
    }

    private static double SquaredDistance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = 0.0;
        for (var column = 0; column < a.Length; column++)
        {
            var difference = (double)a[column] - b[column];
            sum += difference * difference;
        }

        return sum;
    }

    private static double Total(double[] distances, ReadOnlySpan<float> weights)
    {
        var total = 0.0;
        for (var row = 0; row < distances.Length; row++)
        {
            total += distances[row] * (weights.IsEmpty ? 1 : weights[row]);
        }

        return total;
    }

    private static void CopyRow(ReadOnlySpan<float> row, Span<double> target)
    {
        for (var column = 0; column < row.Length; column++)
        {
            target[column] = row[column];
        }
    }
}
