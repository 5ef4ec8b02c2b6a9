using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>What one heard for the first time in a period.</summary>
/// <param name="NewTracks">Recordings whose very first counted play lies in the period.</param>
/// <param name="NewArtists">Such artists.</param>
/// <param name="NewAlbums">Such albums.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="PlaysOfNew">Those of recordings new in the period.</param>
/// <param name="ShareOfNew">Their share; null without plays.</param>
/// <param name="LovedTracks">Recordings whose fifth counted play lies in the period.</param>
/// <param name="MedianDaysToLove">Days from their first play to the fifth, the median; null where there is none.</param>
/// <param name="Months">The same month by month.</param>
/// <param name="TopNewTracks">The ten most played of the new recordings.</param>
/// <param name="TopNewArtists">The ten most played of the new artists.</param>
public sealed record Discoveries(
    int NewTracks,
    int NewArtists,
    int NewAlbums,
    int Plays,
    int PlaysOfNew,
    double? ShareOfNew,
    int LovedTracks,
    double? MedianDaysToLove,
    IReadOnlyList<DiscoveryMonth> Months,
    IReadOnlyList<NewItem> TopNewTracks,
    IReadOnlyList<NewItem> TopNewArtists)
{
    private const int MostShown = 10;
    private const double DayMs = 86_400_000;

    /// <summary>Finds what is new in <paramref name="view"/>.</summary>
    public static Discoveries Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var firsts = view.Facts.GetOrFind(FirstPlays.Of);
        var months = new DiscoveryMonths(view, firsts).Count();
        var newTracks = Within(view, firsts.OfTrack);
        var newArtists = Within(view, firsts.OfArtist);
        var loved = Within(view, firsts.Loved);
        var plays = months.Sum(month => month.Plays);
        var playsOfNew = PlaysOf(view.Tracks, newTracks);
        return new Discoveries(
            newTracks.Count,
            newArtists.Count,
            Within(view, firsts.OfAlbum).Count,
            plays,
            playsOfNew,
            plays == 0 ? null : (double)playsOfNew / plays,
            loved.Count,
            MedianDays(view.Log, firsts, loved),
            months,
            Top(view, TopKind.Tracks, newTracks, firsts.OfTrack),
            Top(view, TopKind.Artists, newArtists, firsts.OfArtist));
    }

    /// <summary>The items whose play in <paramref name="plays"/> lies in the period.</summary>
    private static List<int> Within(ListeningView view, int[] plays)
    {
        List<int> items = [];
        foreach (var (first, end) in PlayRanges.Of(view.Runs))
        {
            for (var item = 0; item < plays.Length; item++)
            {
                if (plays[item] >= first && plays[item] < end)
                {
                    items.Add(item);
                }
            }
        }

        return items;
    }

    private static int PlaysOf(TrackTotals totals, List<int> tracks)
    {
        var sum = 0;
        foreach (var track in tracks)
        {
            sum += totals.Plays[track];
        }

        return sum;
    }

    private static double? MedianDays(ListeningLog log, FirstPlays firsts, List<int> loved)
    {
        if (loved.Count == 0)
        {
            return null;
        }

        var waits = new long[loved.Count];
        for (var index = 0; index < waits.Length; index++)
        {
            waits[index] = log.StartedMs[firsts.Loved[loved[index]]] - log.StartedMs[firsts.OfTrack[loved[index]]];
        }

        Array.Sort(waits);
        return (waits[(waits.Length - 1) / 2] + waits[waits.Length / 2]) / 2.0 / DayMs;
    }

    private static List<NewItem> Top(ListeningView view, TopKind kind, List<int> items, int[] firsts)
    {
        var ranking = Ranking.Of(view, kind, TopMeasure.Plays);
        return [.. FirstFew.Of(items, MostShown, ranking.Compare).Select(item => RowOf(view.Log, kind, item, DateTimeOffset.FromUnixTimeMilliseconds(view.Log.StartedMs[firsts[item]]), ranking.Plays[item], ranking.Ms[item]))];
    }

    private static NewItem RowOf(ListeningLog log, TopKind kind, int item, DateTimeOffset first, int plays, long ms)
    {
        if (kind == TopKind.Artists)
        {
            var artist = log.Catalogue.Artists[item];
            return new NewItem(artist.PublicId, artist.Name, Artist: null, first, plays, ms) { ImageUrl = artist.ImageUrl };
        }

        var track = new RecordingNames(log.Catalogue, item);
        return new NewItem(track.Id, track.Name, track.Artist, first, plays, ms) { ImageUrl = track.ImageUrl };
    }
}
