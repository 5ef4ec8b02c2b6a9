using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics;

/// <summary>Tracks, artists, albums or genres with their counted plays and milliseconds, and their order: most played first.</summary>
/// <remarks>Equal in both measures, the name decides, then the id (both ordinal): the same data give the same order.</remarks>
internal sealed class Ranking : IComparer<int>
{
    private readonly TopMeasure _by;
    private readonly Func<int, (string Name, string Id)> _wordsOf;

    private Ranking(int[] plays, long[] ms, TopMeasure by, Func<int, (string Name, string Id)> wordsOf)
    {
        Plays = plays;
        Ms = ms;
        _by = by;
        _wordsOf = wordsOf;
    }

    /// <summary>Counted plays of each item.</summary>
    public int[] Plays { get; }

    /// <summary>Milliseconds of each item.</summary>
    public long[] Ms { get; }

    /// <summary>Adds up the items of <paramref name="kind"/> in <paramref name="view"/>.</summary>
    public static Ranking Of(ListeningView view, TopKind kind, TopMeasure by)
    {
        var catalogue = view.Log.Catalogue;
        return kind switch
        {
            TopKind.Tracks => new Ranking([.. view.Tracks.Plays], [.. view.Tracks.Ms], by, index => (catalogue.Tracks[index].Title, catalogue.Tracks[index].PublicId)),
            TopKind.Artists => Grouped(view.Tracks, catalogue.ArtistOf, catalogue.Artists.Count, by, index => (catalogue.Artists[index].Name, catalogue.Artists[index].PublicId)),
            TopKind.Albums => Grouped(view.Tracks, catalogue.AlbumOf, catalogue.Albums.Count, by, index => (catalogue.Albums[index].Title, catalogue.Albums[index].PublicId)),
            TopKind.Genres => OfGenres(view.Tracks, catalogue, by),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There are four kinds."),
        };
    }

    /// <summary>The first items that were played at all, at most <paramref name="limit"/>, in order.</summary>
    public int[] Top(int limit) => FirstFew.Of(Enumerable.Range(0, Plays.Length).Where(item => Plays[item] > 0), limit, Compare);

    /// <summary>The rank of each of <paramref name="items"/>, 1 for the first; null for one that was not played.</summary>
    public int?[] RanksOf(int[] items)
    {
        var asked = items.Where(item => Plays[item] > 0).Order(this).ToArray();
        var before = new int[asked.Length];
        for (var other = 0; other < Plays.Length; other++)
        {
            // Most of all stand behind the last that is asked for: one look is enough.
            if (Plays[other] > 0 && asked.Length > 0 && Compare(other, asked[^1]) < 0)
            {
                before[PlaceOf(asked, other)]++;
            }
        }

        Dictionary<int, int> ranks = new(asked.Length);
        var sum = 0;
        for (var place = 0; place < asked.Length; place++)
        {
            sum += before[place];
            ranks.Add(asked[place], sum + 1);
        }

        return [.. items.Select(item => ranks.TryGetValue(item, out var rank) ? rank : (int?)null)];
    }

    /// <summary>Negative where <paramref name="x"/> stands before <paramref name="y"/>.</summary>
    public int Compare(int x, int y)
    {
        var byPlays = Plays[y].CompareTo(Plays[x]);
        var byTime = Ms[y].CompareTo(Ms[x]);
        var (first, second) = _by == TopMeasure.Plays ? (byPlays, byTime) : (byTime, byPlays);
        if (first != 0 || second != 0)
        {
            return first != 0 ? first : second;
        }

        var (left, right) = (_wordsOf(x), _wordsOf(y));
        return string.CompareOrdinal(left.Name, right.Name) is var byName && byName != 0 ? byName : string.CompareOrdinal(left.Id, right.Id);
    }

    private static Ranking Grouped(TrackTotals tracks, ReadOnlySpan<int> groupOf, int groups, TopMeasure by, Func<int, (string Name, string Id)> wordsOf)
    {
        var plays = new int[groups];
        var ms = new long[groups];
        for (var track = 0; track < groupOf.Length; track++)
        {
            if (tracks.Plays[track] > 0 && groupOf[track] is >= 0 and var group)
            {
                plays[group] += tracks.Plays[track];
                ms[group] += tracks.Ms[track];
            }
        }

        return new Ranking(plays, ms, by, wordsOf);
    }

    /// <summary>A play counts for each genre of its artist.</summary>
    private static Ranking OfGenres(TrackTotals tracks, LogCatalogue catalogue, TopMeasure by)
    {
        var plays = new int[catalogue.Genres.Count];
        var ms = new long[plays.Length];
        var artists = Grouped(tracks, catalogue.ArtistOf, catalogue.Artists.Count, by, static _ => ("", ""));
        for (var artist = 0; plays.Length > 0 && artist < artists.Plays.Length; artist++)
        {
            foreach (var genre in artists.Plays[artist] > 0 ? catalogue.GenresOfArtists[artist] : [])
            {
                plays[genre] += artists.Plays[artist];
                ms[genre] += artists.Ms[artist];
            }
        }

        return new Ranking(plays, ms, by, index => (catalogue.Genres[index], ""));
    }

    /// <summary>The place of the first of <paramref name="sorted"/> that stands behind <paramref name="item"/>; there is one.</summary>
    private int PlaceOf(int[] sorted, int item)
    {
        var (low, high) = (0, sorted.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Compare(item, sorted[middle]) < 0 ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
