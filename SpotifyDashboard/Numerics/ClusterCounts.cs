namespace SpotifyDashboard.Numerics;

/// <summary>Tries several numbers of clusters at once and suggests one.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n × d in, figures for each number out.</para>
/// <para><b>Units.</b> Those of the figures; scale unlike features first.</para>
/// <para><b>Cost.</b> For each k one full search, one silhouette (4,000 rows) and one search per resample (4,000 rows), on up to four threads.</para>
/// <para><b>Determinism.</b> Equal data, options and seed give equal bits, whatever the threads.</para>
/// <para><b>Sources.</b> The number with the highest mean silhouette is suggested, and its height says how much that means: P. J. Rousseeuw (see
/// <see cref="Silhouette"/>); L. Kaufman, P. J. Rousseeuw, "Finding groups in data", 1990, chapter 2: up to 0.25 no substantial structure, up to 0.5 a
/// weak one. G. W. Milligan, M. C. Cooper, "An examination of procedures for determining the number of clusters in a data set", Psychometrika 50
/// (1985) 159–179, doi:10.1007/BF02294245, found <see cref="CalinskiHarabasz"/> best of thirty: it decides between silhouettes that are as good as equal.</para>
/// </remarks>
public static class ClusterCounts
{
    /// <summary>Below, there is no substantial structure.</summary>
    private const double LeastSilhouette = 0.25;

    /// <summary>Above, groups stand apart.</summary>
    private const double ClearSilhouette = 0.5;

    /// <summary>Silhouettes that differ by less are as good as equal: they are measured on a sample.</summary>
    private const double Tie = 0.005;

    /// <summary>Evaluates each number of clusters from the fewest to the most wanted.</summary>
    /// <param name="matrix">n × d, finite.</param>
    /// <param name="options">Which numbers and how hard; left out, 2 to 10.</param>
    /// <param name="progress">Told the figures of each number as they are found, by several threads and in any order.</param>
    /// <param name="cancellationToken">Looked at once per round of a search.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite (row and feature are named), or what <see cref="KMeans.Fit"/> refuses.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two clusters are asked for, or fewer most than fewest.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static ClusterCountAnswer Evaluate(
        FeatureMatrix matrix, ClusterCountOptions? options = null, IProgress<ClusterCountFigures>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        options ??= new ClusterCountOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Fewest, 2, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Most, options.Fewest, nameof(options));
        cancellationToken.ThrowIfCancellationRequested();
        matrix.ThrowIfNotFinite();

        // As many clusters as rows say nothing. The largest numbers take longest, so they begin.
        int[] counts = [.. Enumerable.Range(options.Fewest, options.Most - options.Fewest + 1).Where(count => count < matrix.Rows).Reverse()];
        var found = new ClusterCountFigures?[counts.Length];
        using var crew = new Crew(options.Workers ?? Environment.ProcessorCount);
        crew.Run(share =>
        {
            for (var i = share; i < counts.Length; i += Crew.Shares)
            {
                found[i] = Evaluate(matrix, counts[i], options, cancellationToken);
                if (found[i] is { } figures)
                {
                    progress?.Report(figures);
                }
            }
        });
        return Suggest([.. found.OfType<ClusterCountFigures>().OrderBy(figures => figures.Clusters)]);
    }

    /// <summary>The figures of one number, or null where there are not as many distinct rows.</summary>
    private static ClusterCountFigures? Evaluate(FeatureMatrix matrix, int clusters, ClusterCountOptions options, CancellationToken cancellationToken)
    {
        var search = new KMeansOptions(clusters, options.Starts, Seed: options.Seed) { Weights = options.Weights, Workers = 1 };
        var model = KMeans.Fit(matrix, search, cancellationToken);
        if (model.Clusters < clusters)
        {
            return null;
        }

        var labels = model.Labels.AsSpan();
        return new ClusterCountFigures(
            clusters,
            model.Inertia,
            Silhouette.Mean(matrix, labels, cancellationToken),
            CalinskiHarabasz.Of(matrix, labels),
            ClusterStability.OverResamples(matrix, model, search, options.Resamples, cancellationToken));
    }

    private static ClusterCountAnswer Suggest(ClusterCountFigures[] evaluated)
    {
        var highest = evaluated.Max(figures => figures.Silhouette);
        if (highest is null)
        {
            return new ClusterCountAnswer([.. evaluated], Suggested: null, ClusterCountReason.TooFewRows);
        }

        var suggested = evaluated.Where(figures => figures.Silhouette >= highest - Tie).MaxBy(figures => figures.CalinskiHarabasz ?? 0);
        var reason = highest switch
        {
            < LeastSilhouette => ClusterCountReason.NoNaturalGroups,
            < ClearSilhouette => ClusterCountReason.TouchingGroups,
            _ => ClusterCountReason.ClearGroups,
        };
        return new ClusterCountAnswer([.. evaluated], suggested?.Clusters, reason);
    }
}
