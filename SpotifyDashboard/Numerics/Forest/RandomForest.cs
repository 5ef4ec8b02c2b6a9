using System.Collections.Immutable;

namespace SpotifyDashboard.Numerics.Forest;

/// <summary>Many decision trees, each on rows and features drawn at random; their mean is the answer.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n × d and n classes in; for m rows, m × k probabilities out, row-major.</para>
/// <para><b>Units.</b> Any: features need no scaling.</para>
/// <para><b>Cost.</b> To fit, O(d·n·log n) once for the bins, then O(trees·depth·√d·n) and O(256·k·√d) per node; 32 bytes per
/// row and thread with up to 14 features. To predict, O(trees·depth) per row. Whole trees and blocks of rows are shared out
/// among threads.</para>
/// <para><b>Determinism.</b> Equal rows, options and seed give equal bits, whatever the number of threads and the width of
/// vectors: each tree has its own stream of draws, and probabilities are added in the order of the trees.</para>
/// <para><b>Sources.</b> L. Breiman, "Random forests", Machine Learning 45 (2001) 5–32, doi:10.1023/A:1010933404324. As
/// scikit-learn's <c>RandomForestClassifier</c> with <c>class_weight="balanced"</c>: n rows drawn with replacement per tree, ⌊√d⌋
/// features per split and further ones until one parts the rows, leaves of one row allowed, probabilities averaged, not votes.
/// Differences: bins (see <see cref="DecisionTree"/>) and, of course, the draws.</para>
/// </remarks>
public sealed class RandomForest
{
    private readonly DecisionTree[] _trees;
    private readonly RandomForestOptions _options;

    private RandomForest(ImmutableArray<string> features, int classCount, DecisionTree[] trees, RandomForestOptions options)
    {
        Features = features;
        ClassCount = classCount;
        Importances = MeanImportances(features.Length, trees);
        _trees = trees;
        _options = options;
    }

    /// <summary>The features it knows, in the order it wants them.</summary>
    public ImmutableArray<string> Features { get; }

    /// <summary>Number of classes, k.</summary>
    public int ClassCount { get; }

    /// <summary>
    /// Mean decrease in impurity: per feature its mean share over the trees, d numbers that add up to 1; all 0 where no tree has a split.
    /// </summary>
    /// <remarks>Told from the training rows, and kind to features with many values: <see cref="PermutationImportance"/> says what carries over.</remarks>
    public ImmutableArray<double> Importances { get; }

    /// <summary>Mean number of questions and leaves per tree.</summary>
    public double MeanNodes => _trees.Average(tree => tree.NodeCount);

    /// <summary>Grows a forest.</summary>
    /// <param name="rows">n × d, finite, n ≥ 1.</param>
    /// <param name="classes">The class of each row, 0 to k − 1.</param>
    /// <param name="classCount">Number of classes, k, 1 to 255; a class may be without rows.</param>
    /// <param name="options">Size, weights, seed, threads.</param>
    /// <param name="cancellationToken">Asked before every tree.</param>
    /// <exception cref="ArgumentException">A value is not finite, a class unknown, the lengths differ, or there is no row.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option or the number of classes is impossible.</exception>
    public static RandomForest Fit(
        FeatureMatrix rows, ReadOnlySpan<int> classes, int classCount, RandomForestOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfImpossible();
        rows.ThrowIfEmpty();
        rows.ThrowIfNotFinite();
        ClassChecks.ThrowIfUnusable(rows.Rows, classes, classCount);

        var inParallel = options.InParallel(cancellationToken);
        var training = TrainingRows.Of(rows, classes, classCount, options.Balanced, inParallel);
        var featuresPerSplit = (int)Math.Sqrt(rows.Columns);
        var trees = new DecisionTree[options.Trees];
        Parallel.For(0, trees.Length, inParallel, () => new TreeGrower(training, options.Depth, featuresPerSplit), (tree, _, grower) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            trees[tree] = grower.Grow(new SplitMix64(options.Seed, tree), draw: true);
            return grower;
        }, _ => { });
        return new RandomForest(rows.Features, classCount, trees, options);
    }

    /// <summary>The probability of each class for each row.</summary>
    /// <param name="rows">m × d, finite, with <see cref="Features"/>.</param>
    /// <param name="cancellationToken">Asked before every block of rows.</param>
    /// <returns>m × k probabilities, row-major; each row adds up to 1.</returns>
    /// <exception cref="ArgumentException">The features are others, or a value is not finite.</exception>
    public double[] PredictProbabilities(FeatureMatrix rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        rows.ThrowIfFeaturesDiffer(Features);
        rows.ThrowIfNotFinite();
        var probabilities = new double[rows.Rows * ClassCount];
        Parallel.For(0, ForestVote.Blocks(rows.Rows), _options.InParallel(cancellationToken), () => new int[ForestVote.BlockRows], (block, _, nodes) =>
        {
            ForestVote.Take(_trees, rows, block, nodes, probabilities);
            return nodes;
        }, _ => { });
        return probabilities;
    }

    /// <summary>The probability of each class for one row.</summary>
    /// <param name="row">d finite values in the order of <see cref="Features"/>.</param>
    /// <returns>k probabilities that add up to 1.</returns>
    /// <exception cref="ArgumentException"><paramref name="row"/> has another number of values, or one is not finite.</exception>
    public double[] PredictProbabilities(ReadOnlySpan<float> row) => PredictProbabilities(new FeatureMatrix(Features, row.ToArray()));

    private static ImmutableArray<double> MeanImportances(int features, DecisionTree[] trees)
    {
        var sums = new double[features];
        foreach (var tree in trees)
        {
            for (var feature = 0; feature < features; feature++)
            {
                sums[feature] += tree.Importances[feature];
            }
        }

        var total = sums.Sum();
        return [.. sums.Select(sum => total > 0 ? sum / total : 0)];
    }
}
