namespace SpotifyDashboard.Numerics.Forest;

/// <summary>What the public doors of this folder ask of classes; behind them nothing is checked again.</summary>
internal static class ClassChecks
{
    /// <summary>Most classes: a class is a byte while trees grow.</summary>
    public const int MostClasses = 255;

    /// <exception cref="ArgumentException">The numbers of rows and classes differ, or a class is not below <paramref name="classCount"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classCount"/> is not 1 to <see cref="MostClasses"/>.</exception>
    public static void ThrowIfUnusable(int rows, ReadOnlySpan<int> classes, int classCount)
    {
        ThrowIfOutside(nameof(classCount), classCount, 1, MostClasses);
        if (classes.Length != rows)
        {
            throw new ArgumentException($"{classes.Length} classes do not name those of {rows} rows.", nameof(classes));
        }

        for (var row = 0; row < classes.Length; row++)
        {
            if ((uint)classes[row] >= (uint)classCount)
            {
                throw new ArgumentException($"Row {row} has class {classes[row]}; classes are 0 to {classCount - 1}.", nameof(classes));
            }
        }
    }

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is below <paramref name="least"/> or above <paramref name="most"/>.</exception>
    public static void ThrowIfOutside(string option, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            throw new ArgumentOutOfRangeException(nameof(option), value, $"{option} must be {least} to {most}.");
        }
    }

    /// <exception cref="ArgumentException"><paramref name="probabilities"/> is not one row of <paramref name="classCount"/> per class.</exception>
    public static void ThrowIfMisshapen(ReadOnlySpan<double> probabilities, int rows, int classCount)
    {
        if (probabilities.Length != (long)rows * classCount)
        {
            throw new ArgumentException($"{probabilities.Length} probabilities are not {rows} rows of {classCount} classes.", nameof(probabilities));
        }
    }

    /// <summary>Rows of each class.</summary>
    public static int[] Count(ReadOnlySpan<int> classes, int classCount)
    {
        var counts = new int[classCount];
        foreach (var one in classes)
        {
            counts[one]++;
        }

        return counts;
    }

    /// <summary>The index of the largest value, the first of equals.</summary>
    public static int Largest<T>(ReadOnlySpan<T> values)
        where T : IComparable<T>
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i].CompareTo(values[best]) > 0)
            {
                best = i;
            }
        }

        return best;
    }
}
