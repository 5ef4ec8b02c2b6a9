namespace SpotifyDashboard.Numerics;

/// <summary>Makes a matrix complete before anything is learned from it.</summary>
/// <remarks>
/// A feature that too few rows know is dropped first: one provider never delivers a certain feature, and leaving out rows
/// instead would leave out everything. Only then are rows with a missing value left out. NaN marks a missing value.
/// Unlike scikit-learn, nothing is imputed: an invented value would be shown as a fact.
/// </remarks>
public static class MissingValues
{
    /// <summary>Drops features known in less than <paramref name="leastKnown"/> of the rows, then incomplete rows.</summary>
    /// <param name="matrix">n × d, NaN where a value is missing.</param>
    /// <param name="leastKnown">Share of the rows, 0 to 1, that must know a feature for it to stay.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="leastKnown"/> is not between 0 and 1.</exception>
    /// <exception cref="ArgumentException">No feature is known well enough to stay.</exception>
    public static CompleteRows Remove(FeatureMatrix matrix, double leastKnown = 0.8)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentOutOfRangeException.ThrowIfLessThan(leastKnown, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(leastKnown, 1);
        var known = CountKnown(matrix);
        var kept = matrix.Features.Where((_, column) => known[column] >= leastKnown * matrix.Rows).ToArray();
        if (kept.Length == 0)
        {
            throw new ArgumentException($"None of {string.Join(", ", matrix.Features)} is known for {leastKnown:P0} of {matrix.Rows} rows.", nameof(matrix));
        }

        var narrowed = kept.Length == matrix.Columns ? matrix : matrix.SelectFeatures(kept);
        var rows = Enumerable.Range(0, narrowed.Rows).Where(row => !HasMissing(narrowed.Row(row))).ToArray();
        return new CompleteRows(
            rows.Length == narrowed.Rows ? narrowed : narrowed.SelectRows(rows),
            [.. rows],
            [.. matrix.Features.Except(kept, StringComparer.Ordinal)]);
    }

    private static int[] CountKnown(FeatureMatrix matrix)
    {
        var known = new int[matrix.Columns];
        for (var i = 0; i < matrix.Values.Length; i++)
        {
            known[i % known.Length] += float.IsNaN(matrix.Values[i]) ? 0 : 1;
        }

        return known;
    }

    private static bool HasMissing(ReadOnlySpan<float> row)
    {
        foreach (var value in row)
        {
            if (float.IsNaN(value))
            {
                return true;
            }
        }

        return false;
    }
}
