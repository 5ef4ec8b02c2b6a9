namespace SpotifyDashboard.Statistics;

/// <summary>The played among tracks, artists or albums, most played first.</summary>
/// <remarks>Equal in both measures, the name decides (ordinal), then the index: the same data give the same order.</remarks>
internal sealed class Ranking
{
    private Ranking(int[] order, int[] plays, long[] ms)
    {
        Order = order;
        Plays = plays;
        Ms = ms;
    }

    /// <summary>Indices of the items that were played, best first.</summary>
    public int[] Order { get; }

    /// <summary>Counted plays of each item.</summary>
    public int[] Plays { get; }

    /// <summary>Milliseconds of each item.</summary>
    public long[] Ms { get; }

    /// <summary>Ranks the items of <paramref name="kind"/> in <paramref name="view"/>.</summary>
    public static Ranking Of(ListeningView view, TopKind kind, TopMeasure by)
    {
        var catalogue = view.Log.Catalogue;
        return kind switch
        {
            TopKind.Tracks => Sort([.. view.Tracks.Plays], [.. view.Tracks.Ms], by, index => catalogue.Tracks[index].Title),
            TopKind.Artists => Grouped(view, catalogue.Artists.Count, track => catalogue.Tracks[track].ArtistIndex, by, index => catalogue.Artists[index].Name),
            TopKind.Albums => Grouped(view, catalogue.Albums.Count, track => catalogue.Tracks[track].AlbumIndex, by, index => catalogue.Albums[index].Title),
            TopKind.Genres => new Ranking([], [], []),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There are four kinds."),
        };
    }

    private static Ranking Grouped(ListeningView view, int groups, Func<int, int> groupOf, TopMeasure by, Func<int, string> nameOf)
    {
        var plays = new int[groups];
        var ms = new long[groups];
        for (var track = 0; track < view.Tracks.Plays.Length; track++)
        {
            if (view.Tracks.Plays[track] > 0 && groupOf(track) is >= 0 and var group)
            {
                plays[group] += view.Tracks.Plays[track];
                ms[group] += view.Tracks.Ms[track];
            }
        }

        return Sort(plays, ms, by, nameOf);
    }

    private static Ranking Sort(int[] plays, long[] ms, TopMeasure by, Func<int, string> nameOf)
    {
        int[] order = [.. Enumerable.Range(0, plays.Length).Where(index => plays[index] > 0)];
        Int128[] keys = [.. order.Select(index => by == TopMeasure.Plays ? -new Int128((ulong)plays[index], (ulong)ms[index]) : -new Int128((ulong)ms[index], (ulong)plays[index]))];
        Array.Sort(keys, order);
        for (var first = 0; first < order.Length;)
        {
            var end = first + 1;
            while (end < order.Length && keys[end] == keys[first])
            {
                end++;
            }

            if (end - first > 1)
            {
                order.AsSpan(first, end - first).Sort((left, right) =>
                    string.CompareOrdinal(nameOf(left), nameOf(right)) is var byName && byName != 0 ? byName : left.CompareTo(right));
            }

            first = end;
        }

        return new Ranking(order, plays, ms);
    }
}
