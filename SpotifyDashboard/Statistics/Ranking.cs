using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics;

/// <summary>Tracks, artists, albums or genres with their counted plays and milliseconds, and their order: most played first.</summary>
/// <remarks>Equal in both measures, the name decides, then the id (both ordinal): the same data give the same order.</remarks>
internal sealed class Ranking : IComparer<int>
{
    /// <summary>Up to here, counting for each item who stands before it costs less than sorting all.</summary>
    private const int FewItems = 100;

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
        if (items.Length > FewItems)
        {
            var ranks = Top(int.MaxValue).Select((item, index) => (item, index)).ToDictionary(pair => pair.item, pair => pair.index + 1);
            return [.. items.Select(item => ranks.TryGetValue(item, out var rank) ? rank : (int?)null)];
        }

        return [.. items.Select(item => Plays[item] == 0 ? (int?)null : RankOf(item))];
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

    private int RankOf(int item)
    {
        var before = 0;
        for (var other = 0; other < Plays.Length; other++)
        {
            if (Plays[other] > 0 && Compare(other, item) < 0)
            {
                before++;
            }
        }

        return before + 1;
    }
}
