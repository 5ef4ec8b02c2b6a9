namespace SpotifyDashboard.Statistics.Time;

/// <summary>The median of many lengths without sorting them all: they are counted by the second, and only those around the middle are sorted.</summary>
internal static class MedianLength
{
    private const long SecondMs = 1000;
    private const int MostSeconds = 4 * 3600;

    /// <summary>The median in milliseconds, of an even number the mean of the two in the middle; null without any.</summary>
    public static double? Of(List<long> lengths)
    {
        if (lengths.Count == 0)
        {
            return null;
        }

        var counts = new int[MostSeconds + 1];
        foreach (var length in lengths)
        {
            counts[SecondOf(length)]++;
        }

        var (lower, upper) = ((lengths.Count - 1) / 2, lengths.Count / 2);
        var (first, before) = SecondAt(counts, lower);
        var (last, _) = SecondAt(counts, upper);
        var middle = lengths.FindAll(length => SecondOf(length) is var second && second >= first && second <= last);
        middle.Sort();
        return (middle[lower - before] + middle[upper - before]) / 2.0;
    }

    /// <summary>The second in which the length at <paramref name="place"/> lies, were all sorted, and how many lie before it.</summary>
    private static (int Second, int Before) SecondAt(int[] counts, int place)
    {
        var (second, before) = (0, 0);
        while (before + counts[second] <= place)
        {
            before += counts[second++];
        }

        return (second, before);
    }

    private static int SecondOf(long length) => (int)Math.Min(length / SecondMs, MostSeconds);
}
