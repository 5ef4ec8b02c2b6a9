namespace SpotifyDashboard.Numerics;

/// <summary>One search: moves centroids to the means of the rows nearest to them until they come to rest.</summary>
internal static class Lloyd
{
    public sealed record Outcome(double[] Centroids, double Inertia, int Rounds, bool Converged);

    public static Outcome Search(
        FeatureMatrix matrix, ReadOnlySpan<float> weights, double[] centroids, int maxRounds, double stopAt, CancellationToken cancellationToken)
    {
        var labels = new int[matrix.Rows];
        Array.Fill(labels, -1);
        for (var round = 1; ; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (changed, inertia, worst) = Assign(matrix, weights, centroids, labels);
            var moved = MoveToMeans(matrix, weights, centroids, labels, worst);
            var atRest = !changed || moved <= stopAt;
            if (atRest || round == maxRounds)
            {
                return new Outcome(centroids, inertia, round, atRest);
            }
        }
    }

    public static (int Cluster, double Distance) Nearest(ReadOnlySpan<float> row, ReadOnlySpan<double> centroids)
    {
        var (best, least) = (0, double.PositiveInfinity);
        for (var first = 0; first < centroids.Length; first += row.Length)
        {
            var distance = 0.0;
            for (var column = 0; column < row.Length; column++)
            {
                var difference = row[column] - centroids[first + column];
                distance += difference * difference;
            }

            if (distance < least)
            {
                (best, least) = (first / row.Length, distance);
            }
        }

        return (best, least);
    }

    private static (bool Changed, double Inertia, int Worst) Assign(FeatureMatrix matrix, ReadOnlySpan<float> weights, double[] centroids, int[] labels)
    {
        var (changed, inertia, worst, worstCost) = (false, 0.0, 0, 0.0);
        for (var row = 0; row < labels.Length; row++)
        {
            var (cluster, distance) = Nearest(matrix.Row(row), centroids);
            changed |= labels[row] != cluster;
            labels[row] = cluster;
            var cost = distance * (weights.IsEmpty ? 1 : weights[row]);
            inertia += cost;
            if (cost > worstCost)
            {
                (worst, worstCost) = (row, cost);
            }
        }

        return (changed, inertia, worst);
    }

    private static double MoveToMeans(FeatureMatrix matrix, ReadOnlySpan<float> weights, double[] centroids, int[] labels, int worst)
    {
        var columns = matrix.Columns;
        var sums = new double[centroids.Length];
        var mass = new double[centroids.Length / columns];
        for (var row = 0; row < labels.Length; row++)
        {
            var weight = weights.IsEmpty ? 1.0 : weights[row];
            mass[labels[row]] += weight;
            for (var column = 0; column < columns; column++)
            {
                sums[(labels[row] * columns) + column] += weight * matrix[row, column];
            }
        }

        var moved = 0.0;
        for (var i = 0; i < centroids.Length; i++)
        {
            // A cluster that lost all its rows takes the one that is served worst; the next round settles who belongs to it.
            var target = mass[i / columns] > 0 ? sums[i] / mass[i / columns] : matrix[worst, i % columns];
            moved += (target - centroids[i]) * (target - centroids[i]);
            centroids[i] = target;
        }

        return moved;
    }
}
