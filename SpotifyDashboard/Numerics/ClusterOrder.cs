namespace SpotifyDashboard.Numerics;

/// <summary>Gives clusters numbers that stay: K-Means finds a partition, and its numbering is chance.</summary>
/// <remarks>
/// <para><b>Shapes.</b> k × d centroids, row-major; answers are k numbers, the new number of each cluster.</para>
/// <para><b>Cost.</b> <see cref="BySize"/> O(k·log k·d); <see cref="Match"/> O(k²·d + k·2^k), exact, with k ≤ 16.</para>
/// <para><b>Determinism.</b> Equal input gives equal numbers; ties go to the lower number.</para>
/// <para><b>Sources.</b> The assignment problem solved by dynamic programming over subsets: M. Held, R. M. Karp, "A dynamic
/// programming approach to sequencing problems", J. SIAM 10 (1962) 196–210, doi:10.1137/0110015. scikit-learn leaves labels
/// as chance drew them.</para>
/// </remarks>
public static class ClusterOrder
{
    private const int MostClusters = 16;

    /// <summary>Numbers clusters by size, largest first; equal sizes by their centroids, smallest first coordinate first.</summary>
    /// <param name="sizes">k sizes.</param>
    /// <param name="centroids">k × d centroids.</param>
    /// <returns>The new number of each cluster.</returns>
    /// <exception cref="ArgumentException"><paramref name="centroids"/> do not divide into k rows.</exception>
    public static int[] BySize(ReadOnlySpan<int> sizes, ReadOnlySpan<double> centroids)
    {
        var k = sizes.Length;
        if (k == 0 || centroids.Length % k != 0)
        {
            throw new ArgumentException($"{centroids.Length} coordinates do not divide among {k} clusters.", nameof(centroids));
        }

        var columns = centroids.Length / k;
        var order = new int[k];
        for (var cluster = 0; cluster < k; cluster++)
        {
            // Insertion: k is at most a handful, and spans cannot enter a comparer.
            var place = cluster;
            while (place > 0 && ComesBefore(cluster, order[place - 1], sizes, centroids, columns))
            {
                order[place] = order[place - 1];
                place--;
            }

            order[place] = cluster;
        }

        return Invert(order, k);
    }

    /// <summary>Gives each new centroid the number of the previous one it continues, so that the sum of distances is smallest.</summary>
    /// <param name="centroids">k × d centroids of the new run.</param>
    /// <param name="previous">j × d centroids of the previous run, in the order of their numbers.</param>
    /// <param name="columns">Number of features, d, the same features in the same order and scale in both runs.</param>
    /// <returns>
    /// The new number of each cluster, a permutation of 0 to k − 1. With more clusters than before the additional ones take
    /// the next numbers; with fewer, a cluster that continues a number that no longer exists takes a free one.
    /// </returns>
    /// <exception cref="ArgumentException">The centroids do not divide into rows of d.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are more than 16 clusters, or d is below 1.</exception>
    public static int[] Match(ReadOnlySpan<double> centroids, ReadOnlySpan<double> previous, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (centroids.Length % columns != 0 || previous.Length % columns != 0)
        {
            throw new ArgumentException($"{centroids.Length} and {previous.Length} coordinates do not divide into rows of {columns}.", nameof(columns));
        }

        var k = centroids.Length / columns;
        var size = Math.Max(k, previous.Length / columns);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MostClusters, nameof(centroids));

        // Rows and columns beyond the real ones cost nothing: they stand for clusters that appear or end.
        var cost = new double[size * size];
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < previous.Length / columns; j++)
            {
                cost[(i * size) + j] = Distance(centroids.Slice(i * columns, columns), previous.Slice(j * columns, columns));
            }
        }

        return Compact(CheapestAssignment(cost, size).AsSpan(0, k));
    }

    /// <summary>Turns "number of each cluster" into "cluster of each number", or back.</summary>
    /// <exception cref="ArgumentException"><paramref name="numbers"/> is no permutation of 0 to k − 1.</exception>
    internal static int[] Invert(ReadOnlySpan<int> numbers, int k)
    {
        var inverse = new int[k];
        Array.Fill(inverse, -1);
        for (var i = 0; i < numbers.Length; i++)
        {
            if ((uint)numbers[i] < (uint)k)
            {
                inverse[numbers[i]] = i;
            }
        }

        return numbers.Length == k && !inverse.Contains(-1)
            ? inverse
            : throw new ArgumentException($"[{string.Join(", ", numbers.ToArray())}] is no permutation of 0 to {k - 1}.", nameof(numbers));
    }

    private static bool ComesBefore(int a, int b, ReadOnlySpan<int> sizes, ReadOnlySpan<double> centroids, int columns) =>
        sizes[a] != sizes[b]
            ? sizes[a] > sizes[b]
            : centroids.Slice(a * columns, columns).SequenceCompareTo(centroids.Slice(b * columns, columns)) < 0;

    private static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }

        return Math.Sqrt(sum);
    }

    /// <summary>The column of each row such that the costs add up to the least.</summary>
    private static int[] CheapestAssignment(double[] cost, int size)
    {
        // least[taken]: the cheapest way to serve the first rows with exactly the columns of the set, one bit each.
        var least = new double[1 << size];
        var last = new int[1 << size];
        for (var taken = 1; taken < least.Length; taken++)
        {
            var row = int.PopCount(taken) - 1;
            least[taken] = double.PositiveInfinity;

            // Downwards, so that of equal totals the last row takes the highest column and the order stays as it was.
            for (var column = size - 1; column >= 0; column--)
            {
                var total = (taken >> column & 1) == 0 ? double.PositiveInfinity : least[taken ^ (1 << column)] + cost[(row * size) + column];
                if (total < least[taken])
                {
                    (least[taken], last[taken]) = (total, column);
                }
            }
        }

        var columns = new int[size];
        for (int row = size - 1, taken = least.Length - 1; row >= 0; row--)
        {
            columns[row] = last[taken];
            taken ^= 1 << columns[row];
        }

        return columns;
    }

    /// <summary>Keeps numbers below k and gives the free ones, in order, to clusters that hold a higher one.</summary>
    private static int[] Compact(ReadOnlySpan<int> numbers)
    {
        var compact = numbers.ToArray();
        var free = new Queue<int>(Enumerable.Range(0, compact.Length).Except(compact));
        foreach (var number in compact.Where(number => number >= compact.Length).Order().ToArray())
        {
            compact[numbers.IndexOf(number)] = free.Dequeue();
        }

        return compact;
    }
}
