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
        List<int> found = [];
        for (var track = 0; track < most.Length; track++)
        {
            if (most[track] >= LeastPlays)
            {
                found.Add(track);
            }
        }

        if (found.Count == 0)
        {
            return [];
        }

        var begin = Begins(view, most, end);
        var log = view.Log;
        found.Sort((x, y) => most[y].CompareTo(most[x]) is var byPlays && byPlays != 0
            ? byPlays
            : log.StartedMs[begin[x]].CompareTo(log.StartedMs[begin[y]]) is var byStart && byStart != 0 ? byStart : TrackOrder.ByName(log.Catalogue, x, y));
        return [.. found.Take(limit).Select(track => RowOf(log, track, most[track], begin[track], end[track]))];
    }

    /// <summary>For each recording the most plays in seven days and the play that completes them, the earliest of equal ones.</summary>
    /// <remarks>
    /// Two pointers run over the period, seven days apart, and between them each recording's plays are counted. A window that ends
    /// with the play which completes the most plays is the same as one that begins with the first of them.
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
        var oldest = new PlayCursor(view.Runs);
        foreach (var run in view.Runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (!counted.Counts(index))
                {
                    continue;
                }

                for (; started[oldest.Play] <= started[index] - WindowMs; oldest.MoveNext())
                {
                    if (counted.Counts(oldest.Play))
                    {
                        inWindow[countsAs[tracks[oldest.Play]]]--;
                    }
                }

                var track = countsAs[tracks[index]];
                if (++inWindow[track] > most[track])
                {
                    most[track] = inWindow[track];
                    end[track] = index;
                }
            }
        }

        return (most, end);
    }

    /// <summary>For each recording found the first play of its fullest window.</summary>
    private static int[] Begins(ListeningView view, int[] most, int[] end)
    {
        var started = view.Log.StartedMs;
        var tracks = view.Log.TrackIndexes;
        var countsAs = view.Log.Catalogue.CountsAs;
        var begin = new int[countsAs.Length];
        Array.Fill(begin, -1);
        foreach (var run in view.Runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                var track = countsAs[tracks[index]];
                if (most[track] >= LeastPlays && begin[track] < 0 && started[index] > started[end[track]] - WindowMs && view.Counted.Counts(index))
                {
                    begin[track] = index;
                }
            }
        }

        return begin;
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
