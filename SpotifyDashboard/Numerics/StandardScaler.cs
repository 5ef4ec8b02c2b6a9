using System.Collections.Immutable;

namespace SpotifyDashboard.Numerics;

/// <summary>Gives every feature mean 0 and standard deviation 1, so that unlike units weigh alike in a distance.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n × d in, d means and d deviations kept, n × d out.</para>
/// <para><b>Units.</b> In: the feature's own. Out: population standard deviations from the mean (z).</para>
/// <para><b>Cost.</b> Two passes to fit, one to transform; O(n·d) time, O(d) memory beyond the result.</para>
/// <para><b>Determinism.</b> Sums run in one fixed order in double: equal data give equal bits.</para>
/// <para><b>Sources.</b> Two-pass variance: T. F. Chan, G. H. Golub, R. J. LeVeque, "Algorithms for computing the sample
/// variance", The American Statistician 37 (1983) 242–247, doi:10.1080/00031305.1983.10483115. Unlike scikit-learn's
/// <c>StandardScaler</c>, a constant feature has a deviation of exactly 0 (no threshold), is
/// named, and becomes 0 even for a new row that differs; and NaN is refused, not skipped.</para>
/// </remarks>
public sealed class StandardScaler
{
    private StandardScaler(ImmutableArray<string> features, ImmutableArray<double> means, ImmutableArray<double> deviations)
    {
        Features = features;
        Means = means;
        Deviations = deviations;
        ConstantFeatures = [.. features.Where((_, column) => deviations[column] == 0)];
    }

    /// <summary>Name of each of the d features.</summary>
    public ImmutableArray<string> Features { get; }

    /// <summary>Mean of each feature, in its own unit.</summary>
    public ImmutableArray<double> Means { get; }

    /// <summary>Population standard deviation (divided by n) of each feature, in its own unit; exactly 0 for a constant one.</summary>
    public ImmutableArray<double> Deviations { get; }

    /// <summary>Features with one value in all rows; they say nothing about a row and become 0.</summary>
    public ImmutableArray<string> ConstantFeatures { get; }

    /// <summary>Learns mean and deviation of each feature.</summary>
    /// <param name="matrix">n × d, finite, n ≥ 1.</param>
    /// <exception cref="ArgumentException">There is no row, or a value is NaN or infinite (row and feature are named).</exception>
    public static StandardScaler Fit(FeatureMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        matrix.ThrowIfEmpty();
        matrix.ThrowIfNotFinite();
        var means = ColumnMoments.Means(matrix);
        var variances = ColumnMoments.Variances(matrix, means);
        return new StandardScaler(matrix.Features, [.. means], [.. variances.Select(Math.Sqrt)]);
    }

    /// <summary>The z-scores of <paramref name="matrix"/>, rows and identities kept.</summary>
    /// <param name="matrix">m × d with the features that were fitted, in their order.</param>
    /// <exception cref="ArgumentException">The features are not those that were fitted.</exception>
    public FeatureMatrix Transform(FeatureMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        matrix.ThrowIfFeaturesDiffer(Features);
        var factors = Deviations.Select(deviation => deviation == 0 ? 0 : 1 / deviation).ToArray();
        var scaled = new float[matrix.Values.Length];
        for (var first = 0; first < scaled.Length; first += factors.Length)
        {
            for (var column = 0; column < factors.Length; column++)
            {
                scaled[first + column] = (float)((matrix.Values[first + column] - Means[column]) * factors[column]);
            }
        }

        return matrix.WithValues(Features, scaled);
    }

    /// <summary>The value in its own unit that stands <paramref name="z"/> deviations from the mean of a feature.</summary>
    public double Restore(double z, int column) => Means[column] + (z * Deviations[column]);
}
