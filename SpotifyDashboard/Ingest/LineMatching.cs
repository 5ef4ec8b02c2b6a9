namespace SpotifyDashboard.Ingest;

/// <summary>One-to-one matching of two sets of moments on the line of time.</summary>
internal static class LineMatching
{
    /// <summary>Finds as many pairs as can be had in which the second moment lies within a window around the first.</summary>
    /// <param name="first">Moments in ascending order.</param>
    /// <param name="second">Moments in ascending order.</param>
    /// <param name="earliest">The smallest allowed difference second − first.</param>
    /// <param name="latest">The largest allowed difference second − first.</param>
    /// <returns>Pairs of indices. All windows are equally wide, so pairing from the left never costs a pair (greedy matching of unit intervals).</returns>
    public static IEnumerable<(int First, int Second)> Pairs(IReadOnlyList<long> first, IReadOnlyList<long> second, long earliest, long latest)
    {
        for (int i = 0, j = 0; i < first.Count && j < second.Count;)
        {
            var difference = second[j] - first[i];
            if (difference < earliest)
            {
                j++;
            }
            else if (difference > latest)
            {
                i++;
            }
            else
            {
                yield return (i++, j++);
            }
        }
    }
}
