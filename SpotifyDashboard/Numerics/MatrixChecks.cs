using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace SpotifyDashboard.Numerics;

/// <summary>What the public doors of this folder ask of a matrix; behind them nothing is checked again.</summary>
internal static class MatrixChecks
{
    /// <exception cref="ArgumentException">There is no row.</exception>
    public static void ThrowIfEmpty(this FeatureMatrix matrix)
    {
        if (matrix.Rows == 0)
        {
            throw new ArgumentException("The matrix has no rows; at least one is needed.", nameof(matrix));
        }
    }

    /// <exception cref="ArgumentException">The columns are not <paramref name="expected"/>, in that order.</exception>
    public static void ThrowIfFeaturesDiffer(this FeatureMatrix matrix, ImmutableArray<string> expected)
    {
        if (!matrix.Features.SequenceEqual(expected, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"The model knows {string.Join(", ", expected)}; the matrix has {string.Join(", ", matrix.Features)}.", nameof(matrix));
        }
    }

    /// <summary>Refuses NaN and infinity, which would spread through every sum.</summary>
    /// <exception cref="ArgumentException">A value is not finite; the message names its row and feature.</exception>
    public static void ThrowIfNotFinite(this FeatureMatrix matrix)
    {
        // x·0 is 0 for a finite x and NaN for any other: one vectorised pass clears the usual case.
        var values = matrix.Values;
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        var trace = Vector<float>.Zero;
        foreach (var vector in vectors)
        {
            trace += vector * 0f;
        }

        var first = Vector.EqualsAll(trace, Vector<float>.Zero) ? vectors.Length * Vector<float>.Count : 0;
        for (var i = first; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
            {
                var row = i / matrix.Columns;
                throw new ArgumentException(
                    FormattableString.Invariant($"Row {row} (id {matrix.RowId(row)}) has {values[i]} for feature '{matrix.Features[i % matrix.Columns]}'; leave such rows out first."),
                    nameof(matrix));
            }
        }
    }
}
