namespace SpotifyDashboard.Numerics;

/// <summary>How far K-Means gives the same clusters again: 1 always the same, about 0 as if by chance.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n × d in, one number out.</para>
/// <para><b>Units.</b> A mean <see cref="AdjustedRandIndex"/>.</para>
/// <para><b>Cost.</b> One search per run: over all rows for other seeds, over at most 4,000 for other samples, those on all processors.</para>
/// <para><b>Determinism.</b> Samples and starts are drawn from the seed: equal data, options and seed give equal bits, whatever the threads.</para>
/// <para><b>Sources.</b> C. Hennig, "Cluster-wise assessment of cluster stability", Computational Statistics &amp; Data Analysis 52 (2007) 258–271,
/// doi:10.1016/j.csda.2006.11.025, and U. von Luxburg, "Clustering stability: an overview", Foundations and Trends in Machine Learning 2 (2010)
/// 235–274, doi:10.1561/2200000008: subsets drawn without replacement, their clusters carried to other rows by the nearest centroid, compared by the
/// adjusted Rand index. scikit-learn has no such measure. A stable answer is no proof of groups: few clusters are often stable on shapeless data.</para>
/// </remarks>
public static class ClusterStability
{
    /// <summary>Most rows that are drawn for a sample, and most that are compared.</summary>
    public const int MostRows = Silhouette.MostRows;

    /// <summary>Share of the rows in a sample, where that is less than <see cref="MostRows"/>.</summary>
    private const double SampleShare = 0.8;

    /// <summary>Other draws than those of the searches, which take the streams from 0.</summary>
    private const int FirstStream = 1_000_000;

    /// <summary>How far searches that differ in nothing but their seed agree, on average over all pairs of runs.</summary>
    /// <param name="matrix">n × d, finite: what is clustered.</param>
    /// <param name="options">How it is clustered; run i uses seed + i.</param>
    /// <param name="runs">Number of runs, at least 2.</param>
    /// <param name="cancellationToken">Looked at once per round.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two runs, or what <see cref="KMeans.Fit"/> refuses.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static double OverSeeds(FeatureMatrix matrix, KMeansOptions options, int runs = 5, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 2);
        var labels = new int[runs][];
        var (sum, pairs) = (0.0, 0);
        for (var run = 0; run < runs; run++)
        {
            labels[run] = [.. KMeans.Fit(matrix, options with { Seed = options.Seed + run }, cancellationToken).Labels];
            for (var earlier = 0; earlier < run; earlier++, pairs++)
            {
                sum += AdjustedRandIndex.Between(labels[run], labels[earlier]);
            }
        }

        return sum / pairs;
    }

    /// <summary>How far clusters found in a part of the rows agree with those found in all, on average over samples.</summary>
    /// <param name="matrix">n × d, finite: what was clustered.</param>
    /// <param name="model">The clusters found in all rows.</param>
    /// <param name="options">How they were found.</param>
    /// <param name="resamples">Number of samples, at least 1.</param>
    /// <param name="cancellationToken">Looked at once per round.</param>
    /// <returns>The mean, or null where a sample would hold fewer rows than there are clusters.</returns>
    /// <exception cref="ArgumentException">The model is not one of this matrix.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static double? OverResamples(
        FeatureMatrix matrix, KMeansModel model, KMeansOptions options, int resamples = 10, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        if (model.Labels.Length != matrix.Rows)
        {
            throw new ArgumentException($"{model.Labels.Length} labels do not name the clusters of {matrix.Rows} rows.", nameof(model));
        }

        var size = Math.Min((int)Math.Ceiling(SampleShare * matrix.Rows), MostRows);
        if (size < model.Clusters)
        {
            return null;
        }

        var compared = Silhouette.SampledRows(matrix.Rows);
        var expected = Array.ConvertAll(compared, row => model.Labels[row]);
        var agreements = new double[resamples];
        using var crew = new Crew(options.Workers ?? Environment.ProcessorCount);
        crew.Run(share =>
        {
            for (var sample = share; sample < resamples; sample += Crew.Shares)
            {
                var rows = Draw(matrix.Rows, size, options.Weights.Span, new SplitMix64(options.Seed, FirstStream + sample));
                var part = KMeans.Fit(matrix.SelectRows(rows), OfSample(options, model.Clusters, rows, sample), cancellationToken);
                var labels = Array.ConvertAll(compared, row => NearestCentroid.Of(matrix.Row(row), part.Centroids.AsSpan()).Cluster);
                agreements[sample] = AdjustedRandIndex.Between(expected, labels);
            }
        });
        return agreements.Average();
    }

    /// <summary>Draws rows without replacement; they stay in order. Rows of weight 0 are drawn too, unless nothing else would be.</summary>
    private static int[] Draw(int rows, int size, ReadOnlySpan<float> weights, SplitMix64 random)
    {
        int[] order = [.. Enumerable.Range(0, rows)];
        for (var i = 0; i < size; i++)
        {
            var other = i + (int)(random.NextDouble() * (rows - i));
            (order[i], order[other]) = (order[other], order[i]);
        }

        if (!weights.IsEmpty && !order.AsSpan(0, size).ContainsWeight(weights))
        {
            order[0] = weights.IndexOfAnyExcept(0f);
        }

        Array.Sort(order, 0, size);
        return order[..size];
    }

    private static bool ContainsWeight(this Span<int> rows, ReadOnlySpan<float> weights)
    {
        foreach (var row in rows)
        {
            if (weights[row] > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static KMeansOptions OfSample(KMeansOptions options, int clusters, int[] rows, int sample) => options with
    {
        Clusters = clusters,
        Seed = options.Seed + 1 + sample,
        Workers = 1,
        Weights = options.Weights.IsEmpty ? default : Array.ConvertAll(rows, row => options.Weights.Span[row]),
    };
}
