namespace SpotifyDashboard.Numerics;

/// <summary>The rows of a matrix by cluster: how many each holds and their mean.</summary>
internal sealed class LabelledMeans
{
    private readonly int[] _clusters;

    private LabelledMeans(int[] clusters, int[] sizes, double[] means)
    {
        _clusters = clusters;
        Sizes = sizes;
        Means = means;
    }

    /// <summary>Rows in each of the k clusters that occur, in the order of their first row.</summary>
    public int[] Sizes { get; }

    /// <summary>Mean of each cluster, k × d.</summary>
    public double[] Means { get; }

    /// <summary>Number of the cluster of each row, 0 to k − 1.</summary>
    public ReadOnlySpan<int> Clusters => _clusters;

    /// <exception cref="ArgumentException">Rows and labels differ in number, or a value is NaN or infinite.</exception>
    public static LabelledMeans Of(FeatureMatrix matrix, ReadOnlySpan<int> labels)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (labels.Length != matrix.Rows)
        {
            throw new ArgumentException($"{labels.Length} labels do not name the clusters of {matrix.Rows} rows.", nameof(labels));
        }

        matrix.ThrowIfNotFinite();
        var numbers = new Dictionary<int, int>();
        var clusters = new int[labels.Length];
        for (var row = 0; row < clusters.Length; row++)
        {
            if (!numbers.TryGetValue(labels[row], out clusters[row]))
            {
                numbers.Add(labels[row], clusters[row] = numbers.Count);
            }
        }

        var sizes = new int[numbers.Count];
        var means = new double[numbers.Count * matrix.Columns];
        for (var row = 0; row < clusters.Length; row++)
        {
            sizes[clusters[row]]++;
            BlockKernels.AddScaled(matrix.Row(row), 1, means.AsSpan(clusters[row] * matrix.Columns, matrix.Columns));
        }

        for (var i = 0; i < means.Length; i++)
        {
            means[i] /= sizes[i / matrix.Columns];
        }

        return new LabelledMeans(clusters, sizes, means);
    }

    /// <summary>The squared distance of a row from a point of d coordinates.</summary>
    public static double Squares(ReadOnlySpan<float> row, ReadOnlySpan<double> point)
    {
        var sum = 0.0;
        for (var column = 0; column < row.Length; column++)
        {
            sum += (row[column] - point[column]) * (row[column] - point[column]);
        }

        return sum;
    }
}
