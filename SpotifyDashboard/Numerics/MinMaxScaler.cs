using System.Collections.Immutable;

namespace SpotifyDashboard.Numerics;

/// <summary>Brings every feature to 0–1 by its smallest and largest value, for radar charts, bars and the music DNA.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n × d in, d minima and d maxima kept, n × d out.</para>
/// <para><b>Units.</b> In: the feature's own. Out: share of the fitted range, 0 to 1.</para>
/// <para><b>Cost.</b> One pass each to fit and to transform; O(n·d) time, O(d) memory beyond the result.</para>
/// <para><b>Determinism.</b> Equal data give equal bits.</para>
/// <para><b>Sources.</b> Elementary: (x − min) / (max − min). Unlike scikit-learn's <c>MinMaxScaler</c>, a constant feature
/// becomes 0.5 (neither low nor high; there it is 0), values outside the fitted range are clamped, and NaN is refused when
/// fitting.</para>
/// </remarks>
public sealed class MinMaxScaler
{
    private MinMaxScaler(ImmutableArray<string> features, ImmutableArray<double> minima, ImmutableArray<double> maxima)
    {
        Features = features;
        Minima = minima;
        Maxima = maxima;
    }

    /// <summary>Name of each of the d features.</summary>
    public ImmutableArray<string> Features { get; }

    /// <summary>Smallest value of each feature, in its own unit.</summary>
    public ImmutableArray<double> Minima { get; }

    /// <summary>Largest value of each feature, in its own unit.</summary>
    public ImmutableArray<double> Maxima { get; }

    /// <summary>Learns the range of each feature.</summary>
    /// <param name="matrix">n × d, finite, n ≥ 1.</param>
    /// <exception cref="ArgumentException">There is no row, or a value is NaN or infinite (row and feature are named).</exception>
    public static MinMaxScaler Fit(FeatureMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        matrix.ThrowIfEmpty();
        matrix.ThrowIfNotFinite();
        var minima = matrix.Row(0).ToArray();
        var maxima = matrix.Row(0).ToArray();
        for (var row = 1; row < matrix.Rows; row++)
        {
            var values = matrix.Row(row);
            for (var column = 0; column < values.Length; column++)
            {
                minima[column] = Math.Min(minima[column], values[column]);
                maxima[column] = Math.Max(maxima[column], values[column]);
            }
        }

        return new MinMaxScaler(matrix.Features, [.. minima], [.. maxima]);
    }

    /// <summary>The shares of <paramref name="matrix"/>, rows and identities kept.</summary>
    /// <param name="matrix">m × d with the features that were fitted, in their order.</param>
    /// <exception cref="ArgumentException">The features are not those that were fitted.</exception>
    public FeatureMatrix Transform(FeatureMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        matrix.ThrowIfFeaturesDiffer(Features);
        var shares = new float[matrix.Values.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = (float)Share(matrix.Values[i], i % Features.Length);
        }

        return matrix.WithValues(Features, shares);
    }

    /// <summary>The share of its range at which <paramref name="value"/> stands, 0 to 1; 0.5 for a constant feature.</summary>
    /// <param name="value">In the feature's own unit.</param>
    /// <param name="column">The feature's column.</param>
    public double Share(double value, int column)
    {
        var range = Maxima[column] - Minima[column];
        return range == 0 ? 0.5 : Math.Clamp((value - Minima[column]) / range, 0, 1);
    }
}
