using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>Recordings with ten counted plays or more up to the end of a period, none of them in its last 180 days.</summary>
public static class ForgottenFavourites
{
    private const int LeastPlays = 10;
    private const int SilentDays = 180;

    /// <summary>The first <paramref name="limit"/>: by plays, then by time.</summary>
    /// <param name="view">The plays; what came before the period is looked at too.</param>
    /// <param name="limit">At most so many rows.</param>
    public static IReadOnlyList<ForgottenFavourite> Of(ListeningView view, int limit)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var end = view.Period.To is { } to && to < view.Today ? to : view.Today;
        if (end.DayNumber < SilentDays)
        {
            return [];
        }

        var lastHeard = end.AddDays(-SilentDays);
        var before = view.Offsets.RunsOf(view.Log, new Period(From: null, lastHeard));
        var totals = TrackTotals.Of(view.Log, before, view.Counted);
        var isHeard = HeardIn(view, new Period(lastHeard.AddDays(1), end));
        List<int> forgotten = [];
        for (var track = 0; track < isHeard.Length; track++)
        {
            if (totals.Plays[track] >= LeastPlays && !isHeard[track])
            {
                forgotten.Add(track);
            }
        }

        var shown = FirstFew.Of(forgotten, limit, Compare);
        var lasts = LastPlays(view, before, shown);
        var firsts = view.Facts.GetOrFind(FirstPlays.Of).OfTrack;
        return [.. shown.Select((track, place) => RowOf(view.Log, track, totals.Plays[track], totals.Ms[track], firsts[track], lasts[place]))];

        int Compare(int x, int y)
        {
            var byCount = totals.Plays[y] != totals.Plays[x] ? totals.Plays[y].CompareTo(totals.Plays[x]) : totals.Ms[y].CompareTo(totals.Ms[x]);
            return byCount != 0 ? byCount : TrackOrder.ByName(view.Log.Catalogue, x, y);
        }
    }

    private static bool[] HeardIn(ListeningView view, Period period)
    {
        var tracks = view.Log.TrackIndexes;
        var countsAs = view.Log.Catalogue.CountsAs;
        var counted = view.Counted;
        var isHeard = new bool[countsAs.Length];
        foreach (var run in view.Offsets.RunsOf(view.Log, period))
        {
            for (var index = run.First; index < run.End; index++)
            {
                isHeard[countsAs[tracks[index]]] |= counted.Counts(index);
            }
        }

        return isHeard;
    }

    /// <summary>Looks back from the end: favourites were heard often, so the search is short for most.</summary>
    private static int[] LastPlays(ListeningView view, IReadOnlyList<LogRun> runs, int[] shown)
    {
        var tracks = view.Log.TrackIndexes;
        var countsAs = view.Log.Catalogue.CountsAs;
        var places = new int[countsAs.Length]; // place + 1 of those still sought
        for (var place = 0; place < shown.Length; place++)
        {
            places[shown[place]] = place + 1;
        }

        var counted = view.Counted;
        var lasts = new int[shown.Length];
        var missing = shown.Length;
        foreach (var run in runs.Reverse())
        {
            for (var index = run.End - 1; index >= run.First && missing > 0; index--)
            {
                ref var place = ref places[countsAs[tracks[index]]];
                if (place > 0 && counted.Counts(index))
                {
                    lasts[place - 1] = index;
                    place = 0;
                    missing--;
                }
            }
        }

        return lasts;
    }

    private static ForgottenFavourite RowOf(ListeningLog log, int track, int plays, long ms, int first, int last)
    {
        var names = new RecordingNames(log.Catalogue, track);
        return new ForgottenFavourite(
            names.Id,
            names.Name,
            names.Artist,
            plays,
            ms,
            DateTimeOffset.FromUnixTimeMilliseconds(log.StartedMs[first]),
            DateTimeOffset.FromUnixTimeMilliseconds(log.StartedMs[last]))
        {
            ImageUrl = names.ImageUrl,
        };
    }
}
