using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>Recordings that one came back to in a period after at least 180 days without them.</summary>
public static class Rediscoveries
{
    private const long DayMs = 86_400_000;

    /// <summary>The first <paramref name="limit"/>: most played since, then longest away.</summary>
    /// <param name="view">The plays; what came before the period is looked at too.</param>
    /// <param name="limit">At most so many rows.</param>
    public static IReadOnlyList<Rediscovery> Of(ListeningView view, int limit)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var returns = view.Facts.GetOrFind(Returns.Of);
        var firsts = FirstReturns(view, returns);
        if (firsts.Count == 0)
        {
            return [];
        }

        var since = PlaysSince(view, firsts);
        var catalogue = view.Log.Catalogue;
        var rows = firsts.ConvertAll(first => (first.Track, Since: since[first.Track], Away: DaysAway(view.Log, returns, first.Place), first.Place));
        return [.. FirstFew.Of(Enumerable.Range(0, rows.Count), limit, Compare).Select(row => RowOf(view.Log, returns, rows[row].Track, rows[row].Place, rows[row].Since, rows[row].Away))];

        int Compare(int left, int right)
        {
            var (x, y) = (rows[left], rows[right]);
            var byCount = y.Since != x.Since ? y.Since.CompareTo(x.Since) : y.Away.CompareTo(x.Away);
            return byCount != 0 ? byCount : ByName(x.Track, x.Place, y.Track, y.Place);
        }

        int ByName(int track, int place, int otherTrack, int otherPlace)
        {
            var byName = string.CompareOrdinal(catalogue.Tracks[track].Title, catalogue.Tracks[otherTrack].Title);
            var byReturn = view.Log.StartedMs[returns.Plays[place]].CompareTo(view.Log.StartedMs[returns.Plays[otherPlace]]);
            return byName != 0 ? byName : byReturn != 0 ? byReturn : TrackOrder.ByName(catalogue, track, otherTrack);
        }
    }

    /// <summary>Of each recording that returned in the period the place of its first return.</summary>
    private static List<(int Track, int Place)> FirstReturns(ListeningView view, Returns returns)
    {
        var tracks = view.Log.TrackIndexes;
        var countsAs = view.Log.Catalogue.CountsAs;
        var hasReturned = new bool[countsAs.Length];
        List<(int Track, int Place)> firsts = [];
        foreach (var run in view.Runs)
        {
            var within = returns.Within(run.First, run.End);
            for (var place = within.Start.Value; place < within.End.Value; place++)
            {
                var track = countsAs[tracks[returns.Plays[place]]];
                if (!hasReturned[track])
                {
                    hasReturned[track] = true;
                    firsts.Add((track, place));
                }
            }
        }

        return firsts;
    }

    /// <summary>Counts the plays of the period from each recording's return on.</summary>
    private static int[] PlaysSince(ListeningView view, List<(int Track, int Place)> firsts)
    {
        var returns = view.Facts.GetOrFind(Returns.Of);
        var tracks = view.Log.TrackIndexes;
        var countsAs = view.Log.Catalogue.CountsAs;
        var counted = view.Counted;
        var from = new int[countsAs.Length];
        Array.Fill(from, int.MaxValue);
        foreach (var (track, place) in firsts)
        {
            from[track] = returns.Plays[place];
        }

        var since = new int[countsAs.Length];
        foreach (var run in view.Runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                var track = countsAs[tracks[index]];
                if (index >= from[track] && counted.Counts(index))
                {
                    since[track]++;
                }
            }
        }

        return since;
    }

    private static int DaysAway(ListeningLog log, Returns returns, int place) =>
        (int)((log.StartedMs[returns.Plays[place]] - log.StartedMs[returns.Before[place]]) / DayMs);

    private static Rediscovery RowOf(ListeningLog log, Returns returns, int track, int place, int since, int away)
    {
        var names = new RecordingNames(log.Catalogue, track);
        return new Rediscovery(
            names.Id,
            names.Name,
            names.Artist,
            DateTimeOffset.FromUnixTimeMilliseconds(log.StartedMs[returns.Before[place]]),
            DateTimeOffset.FromUnixTimeMilliseconds(log.StartedMs[returns.Plays[place]]),
            away,
            returns.PlaysBefore[place],
            since)
        {
            ImageUrl = names.ImageUrl,
        };
    }
}
