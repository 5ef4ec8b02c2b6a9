using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
        var (means, variances) = ColumnMoments.Of(matrix);
        if (!means.All(double.IsFinite))
        {
            matrix.ThrowIfNotFinite();
        }

        return new StandardScaler(matrix.Features, [.. means], [.. variances.Select(Math.Sqrt)]);
    }

    /// <summary>The z-scores of <paramref name="matrix"/>, rows and identities kept.</summary>
    /// <param name="matrix">m × d with the features that were fitted, in their order.</param>
    /// <exception cref="ArgumentException">The features are not those that were fitted.</exception>
    public FeatureMatrix Transform(FeatureMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        matrix.ThrowIfFeaturesDiffer(Features);
        var means = ColumnMoments.Repeat(Means);
        var factors = ColumnMoments.Repeat(Deviations.Select(deviation => deviation == 0 ? 0 : 1 / deviation));
        var scaled = GC.AllocateUninitializedArray<float>(matrix.Values.Length);
        Crew.ForEachShare(scaled.Length, share =>
        {
            var (from, to) = Crew.Range(share, matrix.Rows);
            for (var first = from * matrix.Columns; first < to * matrix.Columns; first += means.Length)
            {
                var length = Math.Min(means.Length, (to * matrix.Columns) - first);
                Scale(matrix.Values.Slice(first, length), means, factors, scaled.AsSpan(first, length));
            }

            return share;
        });
        return matrix.WithValues(Features, scaled);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(ReadOnlySpan<float> values, double[] means, double[] factors, Span<float> scaled)
    {
        ref var value = ref MemoryMarshal.GetReference(values);
        ref var mean = ref MemoryMarshal.GetArrayDataReference(means);
        ref var factor = ref MemoryMarshal.GetArrayDataReference(factors);
        ref var target = ref MemoryMarshal.GetReference(scaled);
        var i = 0;
        for (; i <= values.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref value, (nuint)i));
            low = (low - Vector256.LoadUnsafe(ref mean, (nuint)i)) * Vector256.LoadUnsafe(ref factor, (nuint)i);
            high = (high - Vector256.LoadUnsafe(ref mean, (nuint)i + 4)) * Vector256.LoadUnsafe(ref factor, (nuint)i + 4);
            Vector256.Narrow(low, high).StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < values.Length; i++)
        {
            scaled[i] = (float)((values[i] - means[i]) * factors[i]);
        }
    }

    /// <summary>The value in its own unit that stands <paramref name="z"/> deviations from the mean of a feature.</summary>
    public double Restore(double z, int column) => Means[column] + (z * Deviations[column]);
}
