namespace SpotifyDashboard.Statistics;

/// <summary>The first items of an order, without sorting all of them.</summary>
internal static class FirstFew
{
    /// <summary>The first of <paramref name="items"/> by <paramref name="compare"/>, at most <paramref name="limit"/>, in order.</summary>
    /// <param name="items">Any number of items.</param>
    /// <param name="limit">At most so many are wanted.</param>
    /// <param name="compare">Negative where the first stands before the second; never 0 for two different ones.</param>
    public static int[] Of(IEnumerable<int> items, int limit, Comparison<int> compare)
    {
        // The root of the heap is the last of the best found so far; hardly any other item gets past it.
        var best = new PriorityQueue<int, int>(Comparer<int>.Create((left, right) => compare(right, left)));
        foreach (var item in items)
        {
            if (best.Count < limit)
            {
                best.Enqueue(item, item);
            }
            else if (limit > 0 && compare(item, best.Peek()) < 0)
            {
                best.DequeueEnqueue(item, item);
            }
        }

        var first = new int[best.Count];
        for (var place = first.Length - 1; place >= 0; place--)
        {
            first[place] = best.Dequeue();
        }

        return first;
    }
}
