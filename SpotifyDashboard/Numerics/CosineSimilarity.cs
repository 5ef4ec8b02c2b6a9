namespace SpotifyDashboard.Numerics;

/// <summary>How alike two rows point, whatever their length: 1 the same way, 0 nothing in common, −1 opposite.</summary>
/// <remarks>
/// <para><b>Shapes.</b> Two vectors of d values, or n × d rows against one of d.</para>
/// <para><b>Units.</b> Features in deviations from their mean (<see cref="StandardScaler"/>), so that the angle says in what two rows stand out alike.</para>
/// <para><b>Cost.</b> O(n·d) time, O(k) memory for the k nearest.</para>
/// <para><b>Determinism.</b> Sums run in one fixed order in double; of equal rows the one with the lower index comes first.</para>
/// <para><b>Sources.</b> G. Salton, A. Wong, C. S. Yang, "A vector space model for automatic indexing", Communications of the ACM 18 (1975)
/// 613–620, doi:10.1145/361219.361220. A row of zeros has no direction; its similarity is 0.</para>
/// </remarks>
public static class CosineSimilarity
{
    /// <summary>The cosine of the angle between two vectors, −1 to 1.</summary>
    /// <exception cref="ArgumentException">They differ in length.</exception>
    public static double Of(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        if (one.Length != other.Length)
        {
            throw new ArgumentException($"{one.Length} values can't be compared with {other.Length}.", nameof(other));
        }

        var (product, length, otherLength) = (0.0, 0.0, 0.0);
        for (var i = 0; i < one.Length; i++)
        {
            product += (double)one[i] * other[i];
            length += (double)one[i] * one[i];
            otherLength += (double)other[i] * other[i];
        }

        return length == 0 || otherLength == 0 ? 0 : Math.Clamp(product / (Math.Sqrt(length) * Math.Sqrt(otherLength)), -1, 1);
    }

    /// <summary>The rows that point most alike to <paramref name="target"/>, the most alike first.</summary>
    /// <param name="rows">n × d.</param>
    /// <param name="target">d values.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="isWanted">Says of a row whether it may be among them.</param>
    public static IReadOnlyList<(int Row, double Similarity)> Nearest(FeatureMatrix rows, ReadOnlySpan<float> target, int limit, Func<int, bool> isWanted)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(isWanted);

        // The root of the heap is the least alike of the best found so far.
        var best = new PriorityQueue<(int Row, double Similarity), (double, int)>();
        for (var row = 0; row < rows.Rows; row++)
        {
            if (!isWanted(row))
            {
                continue;
            }

            var similarity = Of(rows.Row(row), target);
            if (best.Count < limit)
            {
                best.Enqueue((row, similarity), (similarity, -row));
            }
            else if (limit > 0 && similarity > best.Peek().Similarity)
            {
                best.DequeueEnqueue((row, similarity), (similarity, -row));
            }
        }

        var nearest = new (int Row, double Similarity)[best.Count];
        for (var place = nearest.Length - 1; place >= 0; place--)
        {
            nearest[place] = best.Dequeue();
        }

        return nearest;
    }
}
