namespace SpotifyDashboard.Numerics;

/// <summary>Tries several numbers of clusters at once and suggests one.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n × d in, figures for each number out.</para>
/// <para><b>Units.</b> Those of the figures; scale unlike features first.</para>
/// <para><b>Cost.</b> For each k one full search, one silhouette (4,000 rows) and one search per resample (4,000 rows), on up to four threads.</para>
/// <para><b>Determinism.</b> Equal data, options and seed give equal bits, whatever the threads.</para>
/// <para><b>Sources.</b> Suggested is the number at which the inertia bends most (the elbow): the drop of its logarithm before it over the drop after it,
/// a relative of W. J. Krzanowski, Y. T. Lai, "A criterion for determining the number of groups in a data set", Biometrics 44 (1988) 23–34,
/// doi:10.2307/2531893; of bends that are about as sharp the largest number, as R. Tibshirani, G. Walther, "Cluster validation by prediction strength",
/// J. Comput. Graph. Statist. 14 (2005) 511–528, doi:10.1198/106186005X59243, take the largest that repeats. Candidates are numbers whose silhouette and
/// stability come near the highest, so that a bend without groups behind it does not count. The highest silhouette alone prefers few groups: in planted worlds of 3 to 8
/// groups it is right in three of four. How much a suggestion means is said by the height of the silhouette: L. Kaufman, P. J. Rousseeuw,
/// "Finding groups in data", 1990, chapter 2: up to 0.25 no substantial structure, up to 0.5 a weak one.</para>
/// </remarks>
public static class ClusterCounts
{
    /// <summary>Below, there is no substantial structure.</summary>
    private const double LeastSilhouette = 0.25;

    /// <summary>Above, groups stand apart.</summary>
    private const double ClearSilhouette = 0.5;

    /// <summary>A number is a candidate when its silhouette is at least this share of the highest.</summary>
    private const double NearHighest = 0.7;

    /// <summary>And its stability at least this share of the highest.</summary>
    private const double NearMostStable = 0.95;

    /// <summary>Bends of at least this share of the sharpest count as as sharp: of these the largest number is taken.</summary>
    private const double NearSharpest = 0.8;

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
        ClusterCountFigures[] evaluated = [.. found.OfType<ClusterCountFigures>().OrderBy(figures => figures.Clusters)];
        return evaluated.Max(figures => figures.Silhouette) is { } highest
            ? Suggest(evaluated, highest, InertiaAround(matrix, evaluated, options, cancellationToken))
            : new ClusterCountAnswer([.. evaluated], Suggested: null, ClusterCountReason.TooFewRows);
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

    /// <summary>The inertia of one cluster less than the fewest tried, and of one more than the most: a bend needs a number on both sides.</summary>
    private static (double Before, double After) InertiaAround(
        FeatureMatrix matrix, ClusterCountFigures[] evaluated, ClusterCountOptions options, CancellationToken cancellationToken)
    {
        return (Inertia(evaluated[0].Clusters - 1), evaluated[^1].Clusters + 1 < matrix.Rows ? Inertia(evaluated[^1].Clusters + 1) : 0);

        double Inertia(int clusters) => KMeans.Fit(
            matrix,
            new KMeansOptions(clusters, options.Starts, Seed: options.Seed) { Weights = options.Weights, Workers = options.Workers },
            cancellationToken).Inertia;
    }

    private static ClusterCountAnswer Suggest(ClusterCountFigures[] evaluated, double highest, (double Before, double After) around)
    {
        double[] inertia = [around.Before, .. evaluated.Select(figures => figures.Inertia), around.After];
        var bends = evaluated.Select((_, i) => Bend(inertia[i], inertia[i + 1], inertia[i + 2])).ToArray();
        var leastStable = NearMostStable * evaluated.Max(figures => figures.Stability ?? 0);
        int[] apart = [.. Enumerable.Range(0, evaluated.Length).Where(i => evaluated[i].Silhouette >= Math.Min(highest, NearHighest * highest))];
        int[] repeated = [.. apart.Where(i => (evaluated[i].Stability ?? 0) >= leastStable)];
        var candidates = repeated.Length > 0 ? repeated : apart;
        var suggested = candidates.Last(i => bends[i] >= NearSharpest * candidates.Max(other => bends[other]));
        var reason = highest switch
        {
            < LeastSilhouette => ClusterCountReason.NoNaturalGroups,
            < ClearSilhouette => ClusterCountReason.TouchingGroups,
            _ => ClusterCountReason.ClearGroups,
        };
        return new ClusterCountAnswer([.. evaluated], evaluated[suggested].Clusters, reason);
    }

    /// <summary>How much more the last cluster helped than the next one would: the drop of the inertia's logarithm before over that after.</summary>
    private static double Bend(double before, double here, double after)
    {
        // Without inertia every row sits on its centre, and no further cluster can help. A heuristic search may end a little above the one before it.
        var (last, next) = (Math.Log(before / here), Math.Log(here / after));
        return here == 0 ? double.PositiveInfinity : last / Math.Max(next, 1e-9);
    }
}
