using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>Recordings that were played ten times or more within seven days of a period.</summary>
public static class Obsessions
{
    private const int LeastPlays = 10;
    private const long WindowMs = 7L * 86_400_000;

    /// <summary>The first <paramref name="limit"/>: by plays, then the earlier first.</summary>
    /// <param name="view">The plays.</param>
    /// <param name="limit">At most so many rows.</param>
    public static IReadOnlyList<Obsession> Of(ListeningView view, int limit)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var (most, end) = FullestWindows(view);
        var least = LeastWorthShowing(most, limit);
        var found = Enumerable.Range(0, most.Length).Where(track => most[track] >= least).ToArray();
        var log = view.Log;
        var begin = found.ToDictionary(track => track, track => BeginOf(view, track, end[track]));
        return [.. FirstFew.Of(found, limit, Compare).Select(track => RowOf(log, track, most[track], begin[track], end[track]))];

        int Compare(int x, int y)
        {
            var byPlays = most[y].CompareTo(most[x]);
            var byBegin = byPlays != 0 ? byPlays : log.StartedMs[begin[x]].CompareTo(log.StartedMs[begin[y]]);
            return byBegin != 0 ? byBegin : TrackOrder.ByName(log.Catalogue, x, y);
        }
    }

    /// <summary>For each recording the most plays in seven days and the play that completes them, the earliest of equal ones.</summary>
    /// <remarks>
    /// The plays of the last seven days wait in a queue, counted by recording. The earliest window that ends with the play which
    /// completes the most plays is the earliest one that begins with the first of them.
    /// </remarks>
    private static (int[] Most, int[] End) FullestWindows(ListeningView view)
    {
        var started = view.Log.StartedMs;
        var tracks = view.Log.TrackIndexes;
        var countsAs = view.Log.Catalogue.CountsAs;
        var counted = view.Counted;
        var inWindow = new int[countsAs.Length];
        var most = new int[countsAs.Length];
        var end = new int[countsAs.Length];
        Queue<(long Started, int Track)> window = new();
        foreach (var run in view.Runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (!counted.Counts(index))
                {
                    continue;
                }

                while (window.TryPeek(out var oldest) && oldest.Started <= started[index] - WindowMs)
                {
                    inWindow[oldest.Track]--;
                    window.Dequeue();
                }

                var track = countsAs[tracks[index]];
                window.Enqueue((started[index], track));
                if (++inWindow[track] > most[track])
                {
                    most[track] = inWindow[track];
                    end[track] = index;
                }
            }
        }

        return (most, end);
    }

    /// <summary>The number of plays from which on a recording can be among the first <paramref name="limit"/>.</summary>
    private static int LeastWorthShowing(int[] most, int limit)
    {
        var best = FirstFew.Of(Enumerable.Range(0, most.Length).Where(track => most[track] >= LeastPlays), limit, (x, y) => most[y] != most[x] ? most[y].CompareTo(most[x]) : x.CompareTo(y));
        return best.Length < limit ? LeastPlays : limit == 0 ? int.MaxValue : most[best[^1]];
    }

    /// <summary>The first play of the window that ends with the play <paramref name="end"/>: looked for in the seven days before it.</summary>
    private static int BeginOf(ListeningView view, int track, int end)
    {
        var earliest = view.Log.CountBefore(view.Log.StartedMs[end] - WindowMs + 1);
        foreach (var run in view.Runs)
        {
            for (var index = Math.Max(run.First, earliest); index < Math.Min(run.End, end); index++)
            {
                if (view.Log.Catalogue.CountsAs[view.Log.TrackIndexes[index]] == track && view.Counted.Counts(index))
                {
                    return index;
                }
            }
        }

        return end;
    }

    private static Obsession RowOf(ListeningLog log, int track, int plays, int begin, int end)
    {
        var names = new RecordingNames(log.Catalogue, track);
        return new Obsession(
            names.Id,
            names.Name,
            names.Artist,
            plays,
            DateTimeOffset.FromUnixTimeMilliseconds(log.StartedMs[begin]),
            DateTimeOffset.FromUnixTimeMilliseconds(log.StartedMs[end]))
        {
            ImageUrl = names.ImageUrl,
        };
    }
}
