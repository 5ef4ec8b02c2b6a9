using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpotifyDashboard.Numerics;

/// <summary>The directions in which rows differ most: the axes of the mood map.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n × d in; c components of d loadings kept; n × c coordinates out.</para>
/// <para><b>Units.</b> Components are unit vectors over the features as given, so scale unlike features first; coordinates
/// and the square root of the variances are in the units of the matrix.</para>
/// <para><b>Cost.</b> O(n·d²) time to fit, two passes; O(d²) memory beyond the result.</para>
/// <para><b>Determinism.</b> Sums run in one fixed order in double. A component's sign is chance, so it is pinned: its entry
/// of largest magnitude (the first of equals) is positive.</para>
/// <para><b>Sources.</b> K. Pearson, "On lines and planes of closest fit to systems of points in space", Philosophical
/// Magazine 2 (1901) 559–572, doi:10.1080/14786440109462720; from the covariance matrix rather than a decomposition of the
/// data. Unlike scikit-learn's <c>PCA</c>, fewer than c rows or features are no error: directions in which nothing varies
/// are 0 and give the coordinate 0.</para>
/// </remarks>
public sealed class PrincipalComponents
{
    /// <summary>A variance below this share of the largest is rounding, not a direction.</summary>
    private const double Negligible = 1e-12;

    private readonly double[][] _components;
    private readonly double[] _means;

    private PrincipalComponents(ImmutableArray<string> features, double[] means, double[][] components, double[] variances, int count, int rows)
    {
        var total = variances.Sum();
        Features = features;
        _means = means;
        _components = components;
        ExplainedVariance = [.. Enumerable.Range(0, count).Select(i => i < variances.Length ? variances[i] : 0)];
        ExplainedVarianceRatio = [.. ExplainedVariance.Select(variance => total > 0 ? variance / total : 0)];
        IsVarianceMeaningful = rows > 2 && total > 0;
    }

    /// <summary>Name of each of the d features.</summary>
    public ImmutableArray<string> Features { get; }

    /// <summary>Mean of each feature: the point with all coordinates 0.</summary>
    public ImmutableArray<double> Means => [.. _means];

    /// <summary>Variance (divided by n − 1) along each of the c components, descending; 0 where nothing varies.</summary>
    public ImmutableArray<double> ExplainedVariance { get; }

    /// <summary>Share of the variance of all d features along each of the c components.</summary>
    public ImmutableArray<double> ExplainedVarianceRatio { get; }

    /// <summary>Whether the variances say anything: not with one or two rows (a line always explains two points), nor with equal rows.</summary>
    public bool IsVarianceMeaningful { get; }

    /// <summary>Number of components, c.</summary>
    public int Count => _components.Length;

    /// <summary>The d loadings of one component.</summary>
    public ReadOnlySpan<double> Component(int index) => _components[index];

    /// <summary>Finds the first <paramref name="count"/> components.</summary>
    /// <param name="matrix">n × d, finite, n ≥ 1; scaled, if the units of the features differ.</param>
    /// <param name="count">Number of components, c ≥ 1; those beyond n − 1 or d are 0.</param>
    /// <exception cref="ArgumentException">There is no row, or a value is NaN or infinite (row and feature are named).</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static PrincipalComponents Fit(FeatureMatrix matrix, int count = 3)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        matrix.ThrowIfEmpty();
        matrix.ThrowIfNotFinite();
        var means = ColumnMoments.Means(matrix);
        var (variances, vectors) = SymmetricEigen.Decompose(ColumnMoments.Covariance(matrix, means), matrix.Columns);
        var components = new double[count][];
        for (var i = 0; i < count; i++)
        {
            var varies = i < variances.Length && variances[i] > variances[0] * Negligible;
            components[i] = varies ? WithPinnedSign(vectors[i]) : new double[matrix.Columns];
        }

        return new PrincipalComponents(matrix.Features, means, components, Array.ConvertAll(variances, Math.Abs), count, matrix.Rows);
    }

    /// <summary>The coordinates of each row: features PC1 to PCc, rows and identities kept.</summary>
    /// <param name="matrix">m × d with the features that were fitted, in their order.</param>
    /// <exception cref="ArgumentException">The features are not those that were fitted.</exception>
    public FeatureMatrix Transform(FeatureMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        matrix.ThrowIfFeaturesDiffer(Features);
        var scores = new float[matrix.Rows * Count];
        for (var first = 0; first < Count; first += Vector256<double>.Count)
        {
            Project(matrix, first, Math.Min(Vector256<double>.Count, Count - first), scores);
        }

        return matrix.WithValues(Enumerable.Range(1, Count).Select(i => $"PC{i}"), scores);
    }

    /// <summary>Writes up to four coordinates of every row, one component per lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Project(FeatureMatrix matrix, int first, int count, float[] scores)
    {
        var loadings = new Vector256<double>[Features.Length];
        var origin = Vector256<double>.Zero;
        for (var column = 0; column < loadings.Length; column++)
        {
            for (var i = 0; i < count; i++)
            {
                loadings[column] = loadings[column].WithElement(i, _components[first + i][column]);
            }

            origin += loadings[column] * _means[column];
        }

        Span<double> coordinates = stackalloc double[Vector256<double>.Count];
        for (var row = 0; row < matrix.Rows; row++)
        {
            var values = matrix.Row(row);
            var sums = -origin;
            for (var column = 0; column < values.Length; column++)
            {
                sums = Vector256.MultiplyAddEstimate(loadings[column], Vector256.Create((double)values[column]), sums);
            }

            sums.CopyTo(coordinates);
            for (var i = 0; i < count; i++)
            {
                scores[(row * Count) + first + i] = (float)coordinates[i];
            }
        }
    }

    private static double[] WithPinnedSign(double[] component)
    {
        var largest = component.MaxBy(Math.Abs);
        return largest < 0 ? Array.ConvertAll(component, loading => -loading) : component;
    }
}
