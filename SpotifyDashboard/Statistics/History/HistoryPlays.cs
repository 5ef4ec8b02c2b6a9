using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.History;

/// <summary>The plays of a period themselves, newest first: counted or not, each says which.</summary>
public static class HistoryPlays
{
    /// <summary>One page.</summary>
    /// <param name="view">The plays.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="limit">At most so many plays.</param>
    /// <param name="gaps">Gaps of the listener.</param>
    public static HistorySlice Page(ListeningView view, HistoryFilter filter, HistoryCursor? after, int limit, IReadOnlyList<Gap> gaps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var found = Indices(view, filter, after).Take(limit + 1).ToList();
        var shown = found.Take(limit).Select(index => ItemOf(view, index)).ToList();
        var next = found.Count > limit ? new HistoryCursor(view.Log.StartedMs[found[limit - 1]], view.Log.PlayIds[found[limit - 1]]).ToString() : null;
        return new HistorySlice(shown, next, shown.Count == 0 ? [] : HistoryGap.Within(gaps, shown[^1].EndedAt, shown[0].EndedAt));
    }

    /// <summary>Every play that <paramref name="filter"/> shows, newest first, made one by one.</summary>
    public static IEnumerable<HistoryItem> All(ListeningView view, HistoryFilter filter) => Indices(view, filter, after: null).Select(index => ItemOf(view, index));

    private static IEnumerable<int> Indices(ListeningView view, HistoryFilter filter, HistoryCursor? after)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(filter);
        var shown = filter.TracksOf(view.Log.Catalogue);
        var end = after is { } from ? view.Log.CountBefore(from.StartedMs + 1) : view.Log.Count;
        foreach (var run in view.Runs.Reverse())
        {
            for (var index = Math.Min(run.End, end) - 1; index >= run.First; index--)
            {
                var isAfter = after is not { } cursor
                    || view.Log.StartedMs[index] < cursor.StartedMs
                    || (view.Log.StartedMs[index] == cursor.StartedMs && view.Log.PlayIds[index] < cursor.PlayId);
                if (isAfter && (shown is null || shown[CountsAs(view.Log, index)]))
                {
                    yield return index;
                }
            }
        }
    }

    private static int CountsAs(ListeningLog log, int index) => log.Catalogue.CountsAs[log.TrackIndexes[index]];

    /// <summary>The play at an index of the log.</summary>
    internal static HistoryItem ItemOf(ListeningView view, int index)
    {
        var catalogue = view.Log.Catalogue;
        var track = catalogue.Tracks[CountsAs(view.Log, index)];
        var album = track.AlbumIndex >= 0 ? catalogue.Albums[track.AlbumIndex] : null;
        var detail = view.Log.DetailOf(index);
        return new HistoryItem(
            view.Log.PlayIds[index],
            DateTimeOffset.FromUnixTimeMilliseconds(view.Log.StartedMs[index]),
            DateTimeOffset.FromUnixTimeMilliseconds(view.Log.EndedMs(index)),
            view.Log.MsPlayed[index],
            track.PublicId,
            track.Title,
            catalogue.Artists[track.ArtistIndex].Name,
            album?.Title,
            detail.Source.ToString(),
            detail.Context?.Uri,
            view.Counted.Counts(index))
        {
            ImageUrl = album?.ImageUrl,
            ArtistId = catalogue.Artists[track.ArtistIndex].PublicId,
            AlbumId = album?.PublicId,
            IsEstimated = detail.Precision == Precision.Estimated,
        };
    }
}
