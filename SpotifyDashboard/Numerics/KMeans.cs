namespace SpotifyDashboard.Numerics;

/// <summary>Splits rows into k clusters so that the squared distances to the cluster means are small.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n × d in; n labels and k × d centroids out, largest cluster first.</para>
/// <para><b>Units.</b> Distances add up unlike features (beats per minute, decibels), so scale the columns first.</para>
/// <para><b>Cost.</b> O(starts·rounds·n·k·d) time.</para>
/// <para><b>Determinism.</b> Equal rows in equal order, options and seed give equal labels, whatever the number of threads.
/// The search is a heuristic that ends in a local minimum, which is why there are several starts; another order of rows
/// draws other seeds.</para>
/// <para><b>Sources.</b> S. P. Lloyd, "Least squares quantization in PCM", IEEE Trans. Inf. Theory 28 (1982) 129–137,
/// doi:10.1109/TIT.1982.1056489; seeding: D. Arthur, S. Vassilvitskii, "k-means++: the advantages of careful seeding",
/// SODA 2007, 1027–1035, in the greedy form of scikit-learn (2 + ⌊ln k⌋ candidates per step, the best is kept). Unlike
/// scikit-learn's <c>KMeans</c>, fewer distinct rows than k give as many clusters as there are distinct rows, weights must
/// not be negative, and clusters are numbered by size.</para>
/// </remarks>
public static class KMeans
{
    /// <summary>Fits k centroids to the rows of <paramref name="matrix"/>.</summary>
    /// <param name="matrix">n × d, finite, with n ≥ k.</param>
    /// <param name="options">Number of clusters, starts, limits, seed and weights.</param>
    /// <param name="cancellationToken">Looked at once per round.</param>
    /// <returns>
    /// k clusters, or as many as there are distinct rows of positive weight where those are fewer than k.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// A value is NaN or infinite (row and feature are named), or the weights are not n finite numbers ≥ 0 with a positive sum.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There are fewer rows than clusters (both numbers are named), or an option is below its minimum.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static KMeansModel Fit(FeatureMatrix matrix, KMeansOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(options);
        ThrowIfImpossible(matrix, options);

        var weights = options.Weights.Span;
        var clusters = CountDistinct(matrix, weights, options.Clusters);
        var stopAt = options.Tolerance * ColumnMoments.Variances(matrix, ColumnMoments.Means(matrix)).Average();
        var best = SearchFromStart(0);
        for (var start = 1; start < options.Starts; start++)
        {
            var next = SearchFromStart(start);
            best = next.Inertia < best.Inertia ? next : best;
        }

        return InOrder(matrix, weights, best);

        Lloyd.Outcome SearchFromStart(int start)
        {
            var seeds = KMeansSeeding.Draw(matrix, options.Weights.Span, clusters, new SplitMix64(options.Seed, start));
            return Lloyd.Search(matrix, options.Weights.Span, seeds, options.MaxRounds, stopAt, cancellationToken);
        }
    }

    private static void ThrowIfImpossible(FeatureMatrix matrix, KMeansOptions options)
    {
        ThrowIfBelow(1, options.Clusters, nameof(options.Clusters));
        ThrowIfBelow(1, options.Starts, nameof(options.Starts));
        ThrowIfBelow(1, options.MaxRounds, nameof(options.MaxRounds));
        ThrowIfBelow(1, options.Workers ?? 1, nameof(options.Workers));
        ThrowIfBelow(0, options.Tolerance, nameof(options.Tolerance));
        if (matrix.Rows < options.Clusters)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), $"{matrix.Rows} rows make at most {matrix.Rows} clusters, not {options.Clusters}; ask for fewer.");
        }

        matrix.ThrowIfNotFinite();
        ThrowIfUnusable(options.Weights.Span, matrix.Rows);
    }

    private static void ThrowIfBelow(double least, double value, string option)
    {
        // Written so that NaN fails too.
        if (!(value >= least))
        {
            throw new ArgumentOutOfRangeException(nameof(option), value, $"{option} must be at least {least}.");
        }
    }

    private static void ThrowIfUnusable(ReadOnlySpan<float> weights, int rows)
    {
        if (weights.IsEmpty)
        {
            return;
        }

        if (weights.Length != rows)
        {
            throw new ArgumentException($"{weights.Length} weights do not weigh {rows} rows.", nameof(weights));
        }

        for (var row = 0; row < weights.Length; row++)
        {
            if (!float.IsFinite(weights[row]) || weights[row] < 0)
            {
                throw new ArgumentException($"Row {row} has weight {weights[row]}; a weight is a finite number of at least 0.", nameof(weights));
            }
        }

        if (!weights.ContainsAnyExcept(0f))
        {
            throw new ArgumentException("All weights are 0; at least one row must weigh something.", nameof(weights));
        }
    }

    /// <summary>The number of distinct rows of positive weight, counted up to <paramref name="limit"/>.</summary>
    private static int CountDistinct(FeatureMatrix matrix, ReadOnlySpan<float> weights, int limit)
    {
        var distinct = new List<int>(limit);
        for (var row = 0; row < matrix.Rows && distinct.Count < limit; row++)
        {
            if ((weights.IsEmpty || weights[row] > 0) && !distinct.Exists(known => matrix.Row(known).SequenceEqual(matrix.Row(row))))
            {
                distinct.Add(row);
            }
        }

        return distinct.Count;
    }

    /// <summary>Measures the answer in double by direct differences, and numbers its clusters by size.</summary>
    private static KMeansModel InOrder(FeatureMatrix matrix, ReadOnlySpan<float> weights, Lloyd.Outcome outcome)
    {
        var labels = new int[matrix.Rows];
        var inertia = 0.0;
        var sizes = new int[outcome.Centroids.Length / matrix.Columns];
        for (var row = 0; row < labels.Length; row++)
        {
            var (cluster, distance) = Lloyd.Nearest(matrix.Row(row), outcome.Centroids);
            labels[row] = cluster;
            sizes[cluster]++;
            inertia += distance * (weights.IsEmpty ? 1 : weights[row]);
        }

        var model = new KMeansModel
        {
            Labels = [.. labels],
            Centroids = [.. outcome.Centroids],
            Sizes = [.. sizes],
            Inertia = inertia,
            Rounds = outcome.Rounds,
            Converged = outcome.Converged,
        };
        return model.Renumber(ClusterOrder.BySize(sizes, outcome.Centroids));
    }
}
