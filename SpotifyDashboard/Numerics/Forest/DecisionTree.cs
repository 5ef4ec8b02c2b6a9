using System.Collections.Immutable;

namespace SpotifyDashboard.Numerics.Forest;

/// <summary>A tree of yes-or-no questions to single features, learned from rows of known class.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n × d and n classes in; for a row of d values, one probability per class out.</para>
/// <para><b>Units.</b> Any: a tree asks only whether a value is at most a threshold, so features need no scaling.</para>
/// <para><b>Cost.</b> To fit, O(n·log n) once per feature for its bins and O(n·features) per level; to predict, one
/// comparison per level.</para>
/// <para><b>Determinism.</b> Equal rows, options and seed give equal trees on every machine: counts are whole numbers and no
/// sum depends on the width of vectors.</para>
/// <para><b>Sources.</b> L. Breiman, J. Friedman, R. Olshen, C. Stone, "Classification and regression trees", Wadsworth 1984
/// (Gini impurity); bins as in G. Ke et al., "LightGBM", NeurIPS 2017. Differences from scikit-learn's
/// <c>DecisionTreeClassifier</c>: a feature with more than 256 distinct values is cut into 256 bins of about equally many rows
/// and split only between them (with at most 256 the thresholds are scikit-learn's); of equally good splits the one at the lowest value
/// of the feature drawn first is taken; pure nodes are leaves, where scikit-learn with balanced weights goes on to split some whose
/// purity rounding hides; a depth is always given, 32 at most.</para>
/// </remarks>
public sealed class DecisionTree
{
    internal const int DeepestDepth = 32;

    private readonly int _columns;

    internal DecisionTree(int columns, int classCount, int depth, TreeNode[] nodes, float[] shares, double[] importances)
    {
        _columns = columns;
        ClassCount = classCount;
        Depth = depth;
        Nodes = nodes;
        Shares = shares;
        Importances = [.. importances];
    }

    /// <summary>Number of classes, k.</summary>
    public int ClassCount { get; }

    /// <summary>Questions and leaves.</summary>
    public int NodeCount => Nodes.Length;

    /// <summary>Per feature its share of all impurity that splits took away, d numbers that add up to 1; all 0 in a tree without a split.</summary>
    public ImmutableArray<double> Importances { get; }

    /// <summary>Most questions to a row.</summary>
    internal int Depth { get; }

    internal TreeNode[] Nodes { get; }

    /// <summary>Weighted share of each class in each leaf, leaves × k.</summary>
    internal float[] Shares { get; }

    /// <summary>Grows one tree on all rows, trying all features at every split.</summary>
    /// <param name="rows">n × d, finite.</param>
    /// <param name="classes">The class of each row, 0 to k − 1.</param>
    /// <param name="classCount">Number of classes, k, 1 to 255; a class may be without rows.</param>
    /// <param name="depth">Most splits between root and leaf, 1 to 32.</param>
    /// <param name="balanced">Whether rows weigh n / (classes · rows of their class) rather than 1.</param>
    /// <param name="seed">Decides in which order features are tried, hence which of two equally good splits is taken.</param>
    /// <exception cref="ArgumentException">A value is not finite, a class unknown, or there is no row.</exception>
    public static DecisionTree Fit(
        FeatureMatrix rows, ReadOnlySpan<int> classes, int classCount, int depth = 10, bool balanced = false, int seed = 42)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ClassChecks.ThrowIfOutside(nameof(depth), depth, 1, DeepestDepth);
        rows.ThrowIfEmpty();
        rows.ThrowIfNotFinite();
        ClassChecks.ThrowIfUnusable(rows.Rows, classes, classCount);
        var training = TrainingRows.Of(rows, classes, classCount, balanced, new ParallelOptions());
        return new TreeGrower(training, depth, rows.Columns).Grow(new SplitMix64(seed, 0), draw: false);
    }

    /// <summary>The weighted share of each class among the training rows that ended in the same leaf as <paramref name="row"/>.</summary>
    /// <param name="row">d finite values.</param>
    /// <returns>k probabilities that add up to 1.</returns>
    /// <exception cref="ArgumentException"><paramref name="row"/> has another number of values.</exception>
    public double[] PredictProbabilities(ReadOnlySpan<float> row)
    {
        if (row.Length != _columns)
        {
            throw new ArgumentException($"The tree knows {_columns} features; the row has {row.Length} values.", nameof(row));
        }

        var probabilities = new double[ClassCount];
        AddTo(probabilities, row);
        return probabilities;
    }

    /// <summary>Adds the shares of the leaf in which <paramref name="row"/> ends.</summary>
    internal void AddTo(Span<double> probabilities, ReadOnlySpan<float> row)
    {
        var node = 0;
        while (Nodes[node].Leaf < 0)
        {
            node = Nodes[node].Left + (row[Nodes[node].Feature] > Nodes[node].Threshold ? 1 : 0);
        }

        var shares = Shares.AsSpan(Nodes[node].Leaf * ClassCount, ClassCount);
        for (var one = 0; one < shares.Length; one++)
        {
            probabilities[one] += shares[one];
        }
    }
}
