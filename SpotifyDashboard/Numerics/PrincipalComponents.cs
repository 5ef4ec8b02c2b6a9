using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
        var means = ColumnMoments.Means(matrix);
        if (!means.All(double.IsFinite))
        {
            matrix.ThrowIfNotFinite();
        }

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
        var scores = GC.AllocateUninitializedArray<float>(matrix.Rows * Count);
        var columns = new double[matrix.Columns * PointBlocks.Size];
        for (var first = 0; first < matrix.Rows; first += PointBlocks.Size)
        {
            var rows = Math.Min(PointBlocks.Size, matrix.Rows - first);
            ColumnMoments.Transpose(matrix.Values.Slice(first * matrix.Columns, rows * matrix.Columns), _means, columns);
            Project(columns, scores.AsSpan(first * Count, rows * Count));
        }

        return matrix.WithValues(Enumerable.Range(1, Count).Select(i => $"PC{i}"), scores);
    }

    /// <summary>Writes the coordinates of a block of rows, given as centred columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Project(double[] columns, Span<float> scores)
    {
        Span<double> along = stackalloc double[PointBlocks.Size];
        ref var coordinate = ref MemoryMarshal.GetReference(along);
        ref var value = ref MemoryMarshal.GetArrayDataReference(columns);
        for (var i = 0; i < Count; i++)
        {
            for (nuint row = 0; row < PointBlocks.Size; row += 8)
            {
                var (low, high) = (Vector256<double>.Zero, Vector256<double>.Zero);
                for (var column = 0; column < _means.Length; column++)
                {
                    var loading = Vector256.Create(_components[i][column]);
                    var place = ((nuint)column * PointBlocks.Size) + row;
                    low = Vector256.MultiplyAddEstimate(loading, Vector256.LoadUnsafe(ref value, place), low);
                    high = Vector256.MultiplyAddEstimate(loading, Vector256.LoadUnsafe(ref value, place + 4), high);
                }

                low.StoreUnsafe(ref coordinate, row);
                high.StoreUnsafe(ref coordinate, row + 4);
            }

            for (int row = 0, place = i; place < scores.Length; row++, place += Count)
            {
                scores[place] = (float)along[row];
            }
        }
    }

    private static double[] WithPinnedSign(double[] component)
    {
        var largest = component.MaxBy(Math.Abs);
        return largest < 0 ? Array.ConvertAll(component, loading => -loading) : component;
    }
}
