namespace SpotifyDashboard.Numerics;

/// <summary>Splits rows into k clusters so that the squared distances to the cluster means are small.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n × d in; n labels and k × d centroids out, largest cluster first.</para>
/// <para><b>Units.</b> Distances add up unlike features (beats per minute, decibels), so scale the columns first.</para>
/// <para><b>Cost.</b> O(starts·rounds·n·k·d) time; 4·n·d bytes for a rearranged copy of the rows and 5·n for each of ten
/// starts at a time. Above 5,000 rows on up to four threads.</para>
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
    /// <summary>Most clusters: a label is a byte while searching, and one value of it means "none yet".</summary>
    public const int MostClusters = 255;

    /// <summary>Below, waking a second thread costs more than it saves.</summary>
    private const int RowsWorthThreads = 5000;

    /// <summary>Distances are compared in float, which ends at 3.4e38.</summary>
    private const double LargestSquares = 1e37;

    /// <summary>More starts run in turns of ten: each keeps five bytes per row.</summary>
    private const int StartsInLockstep = 10;

    /// <summary>Fits k centroids to the rows of <paramref name="matrix"/>.</summary>
    /// <param name="matrix">n × d, finite, with n ≥ k.</param>
    /// <param name="options">Number of clusters, starts, limits, seed and weights.</param>
    /// <param name="cancellationToken">Looked at once per round.</param>
    /// <returns>
    /// k clusters, or as many as there are distinct rows of positive weight where those are fewer than k.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// A value is NaN or infinite (row and feature are named), or so large that its square is, or the weights are not n finite numbers ≥ 0 with a positive sum.
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

        var clusters = CountDistinct(matrix, options.Weights.Span, options.Clusters);
        var (blocks, stopAt) = Arrange(matrix, options);
        using var crew = CrewFor(matrix, options);
        crew.Run(share => Each(share, blocks.Count, blocks.Fill));
        var best = FromFreshSeeds(0);
        for (var first = StartsInLockstep; first < options.Starts; first += StartsInLockstep)
        {
            var next = FromFreshSeeds(first);
            best = next.Between > best.Between ? next : best;
        }

        return Measure(blocks, crew, best);

        KMeansStart FromFreshSeeds(int first)
        {
            var count = Math.Min(StartsInLockstep, options.Starts - first);
            SplitMix64[] randoms = [.. Enumerable.Range(first, count).Select(start => new SplitMix64(options.Seed, start))];
            var seeds = new KMeansSeeding(blocks, crew, clusters).Draw(randoms, clusters, cancellationToken);
            var starts = Array.ConvertAll(seeds, rows => new KMeansStart(blocks, rows));
            Search(blocks, crew, starts, options.MaxRounds, stopAt, cancellationToken);
            return starts.Aggregate((a, b) => b.Between > a.Between ? b : a);
        }
    }

    /// <summary>Lets given centroids come to rest on the rows: one search that begins where another ended.</summary>
    /// <param name="matrix">n × d, finite, with n ≥ k.</param>
    /// <param name="centroids">k × d places to begin from, in the units of the matrix: for example those found when there were fewer rows.</param>
    /// <param name="options">As for <see cref="Fit"/>; starts and seed play no part.</param>
    /// <param name="cancellationToken">Looked at once per round.</param>
    /// <returns>The clusters nearby, largest first; a better partition may exist elsewhere, which <see cref="Fit"/> looks for.</returns>
    /// <exception cref="ArgumentException"><paramref name="centroids"/> are not k × d finite numbers; and as for <see cref="Fit"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer rows than clusters, or an option is below its minimum.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static KMeansModel Continue(FeatureMatrix matrix, ReadOnlySpan<double> centroids, KMeansOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(options);
        ThrowIfImpossible(matrix, options);
        if (centroids.Length != options.Clusters * matrix.Columns || centroids.ContainsAnyExceptInRange(double.MinValue, double.MaxValue))
        {
            throw new ArgumentException($"{centroids.Length} numbers are not {options.Clusters} centroids of {matrix.Columns} finite coordinates.", nameof(centroids));
        }

        var (blocks, stopAt) = Arrange(matrix, options);
        using var crew = CrewFor(matrix, options);
        crew.Run(share => Each(share, blocks.Count, blocks.Fill));
        var start = new KMeansStart(blocks, centroids.ToArray());
        Search(blocks, crew, [start], options.MaxRounds, stopAt, cancellationToken);
        return Measure(blocks, crew, start);
    }

    /// <summary>The rows around their mean, and how little the centroids may move for a search to end.</summary>
    private static (PointBlocks Blocks, double StopAt) Arrange(FeatureMatrix matrix, KMeansOptions options)
    {
        var (means, variances) = ColumnMoments.Of(matrix);
        var variance = variances.Average();
        ThrowIfTooLarge(variance * matrix.Rows * matrix.Columns, nameof(matrix));
        return (new PointBlocks(matrix, options.Weights.Span, means), options.Tolerance * variance);
    }

    private static Crew CrewFor(FeatureMatrix matrix, KMeansOptions options) =>
        new(options.Workers ?? (matrix.Rows < RowsWorthThreads ? 1 : Environment.ProcessorCount));

    /// <summary>Runs all starts to their ends, side by side, so that one pass over memory serves them all.</summary>
    private static void Search(
        PointBlocks blocks, Crew crew, KMeansStart[] starts, int maxRounds, double stopAt, CancellationToken cancellationToken)
    {
        var active = starts;
        for (var round = 0; round < maxRounds && active.Length > 0; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            crew.Run(share => Each(share, blocks.Count, block => Array.ForEach(active, start => start.Assign(block, share))));
            Array.ForEach(active, start => start.MoveToMeans(stopAt));
            active = Array.FindAll(active, start => !start.IsAtRest);
        }
    }

    private static void Each(int share, int count, Action<int> action)
    {
        var (from, to) = Crew.Range(share, count);
        for (var i = from; i < to; i++)
        {
            action(i);
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

        if (options.Clusters > MostClusters)
        {
            throw new ArgumentOutOfRangeException(nameof(options), $"{options.Clusters} clusters are more than the {MostClusters} that can be told apart.");
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

    private static void ThrowIfTooLarge(double squares, string parameter)
    {
        if (!(squares < LargestSquares))
        {
            throw new ArgumentException("The values differ by so much that their squares overflow; scale the features first.", parameter);
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

    /// <summary>Measures the answer in double by direct differences, leaves out clusters without rows, and numbers the others by size.</summary>
    private static KMeansModel Measure(PointBlocks blocks, Crew crew, KMeansStart start)
    {
        var columns = blocks.Matrix.Columns;
        var labels = new int[blocks.Matrix.Rows];
        var inertia = new double[blocks.Count];
        crew.Run(share => Each(share, blocks.Count, block =>
        {
            var first = block * PointBlocks.Size;
            for (var row = first; row < first + blocks.RowsIn(block); row++)
            {
                (labels[row], var distance) = NearestCentroid.Of(blocks.Matrix.Row(row), start.Centroids);
                inertia[block] += distance * blocks.Weight(row);
            }
        }));

        var sizes = new int[start.Centroids.Length / columns];
        foreach (var label in labels)
        {
            sizes[label]++;
        }

        var numbers = ClusterOrder.BySize(sizes, start.Centroids);
        return new KMeansModel
        {
            Labels = [.. labels],
            Centroids = [.. start.Centroids],
            Sizes = [.. sizes],
            Inertia = inertia.Sum(),
            Rounds = start.Rounds,
            Converged = start.IsAtRest,
        }.Renumber(numbers).WithoutEmpty();
    }
}
