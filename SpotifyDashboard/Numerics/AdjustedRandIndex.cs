namespace SpotifyDashboard.Numerics;

/// <summary>How far two partitions of the same rows agree, whatever the numbers of their clusters.</summary>
/// <remarks>
/// <para><b>Shapes.</b> Two times n labels in, one number out: 1 for equal partitions, about 0 for unrelated ones, below 0
/// for less agreement than chance.</para>
/// <para><b>Cost.</b> O(n + a·b) for a and b distinct labels.</para>
/// <para><b>Determinism.</b> Counts are integers: the answer depends on nothing but the labels.</para>
/// <para><b>Sources.</b> L. Hubert, P. Arabie, "Comparing partitions", Journal of Classification 2 (1985) 193–218,
/// doi:10.1007/BF01908075. As scikit-learn's <c>adjusted_rand_score</c>: two partitions that both hold a single cluster, or
/// both only single rows, agree fully.</para>
/// </remarks>
public static class AdjustedRandIndex
{
    /// <summary>Compares two partitions.</summary>
    /// <param name="first">n labels, any integers.</param>
    /// <param name="second">n labels, any integers.</param>
    /// <exception cref="ArgumentException">The lengths differ, or there are no labels.</exception>
    public static double Between(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        if (first.Length != second.Length || first.IsEmpty)
        {
            throw new ArgumentException($"{first.Length} and {second.Length} labels cannot be compared.", nameof(second));
        }

        var rows = new Dictionary<int, long>();
        var columns = new Dictionary<int, long>();
        var cells = new Dictionary<(int First, int Second), long>();
        for (var i = 0; i < first.Length; i++)
        {
            rows[first[i]] = rows.GetValueOrDefault(first[i]) + 1;
            columns[second[i]] = columns.GetValueOrDefault(second[i]) + 1;
            cells[(first[i], second[i])] = cells.GetValueOrDefault((first[i], second[i])) + 1;
        }

        var together = Pairs(cells.Values);
        var inFirst = Pairs(rows.Values);
        var inSecond = Pairs(columns.Values);
        var expected = inFirst * inSecond / Math.Max(1, Pairs([first.Length]));
        var highest = (inFirst + inSecond) / 2;

        // Both partitions are trivial in the same way: nothing can be adjusted for, and they are equal.
        return highest == expected ? 1 : (together - expected) / (highest - expected);
    }

    /// <summary>The number of pairs within groups of the given sizes.</summary>
    private static double Pairs(IEnumerable<long> sizes) => sizes.Sum(size => size * (size - 1) / 2.0);
}
