using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.History;

namespace SpotifyDashboard.Overview;

/// <summary>The latest plays of the period, newest first.</summary>
/// <param name="Plays">Counted or not.</param>
/// <param name="Zone">The listener's time zone.</param>
public sealed record LatestView(IReadOnlyList<LatestPlay> Plays, TimeZoneInfo Zone)
{
    private const int Limit = 20;

    /// <summary>Reads the end of <paramref name="view"/>.</summary>
    /// <param name="view">The plays.</param>
    /// <param name="gaps">Gaps of the listener; each stands above the last play known before it.</param>
    public static LatestView Of(ListeningView view, IReadOnlyList<Gap> gaps)
    {
        ArgumentNullException.ThrowIfNull(view);
        var newestFirst = view.Runs.Reverse().SelectMany(run => Enumerable.Range(run.First, run.End - run.First).Reverse());
        LatestPlay[] plays = [.. newestFirst.Take(Limit).Select(index => PlayAt(view, index))];
        for (var place = 1; place < plays.Length; place++)
        {
            var gap = HistoryGap.Within(gaps, plays[place].EndedAt, plays[place - 1].EndedAt).FirstOrDefault(gap => gap.To <= plays[place - 1].EndedAt);
            plays[place] = plays[place] with { GapAfter = gap };
        }

        return new LatestView(plays, view.Zone);
    }

    private static LatestPlay PlayAt(ListeningView view, int index)
    {
        var catalogue = view.Log.Catalogue;
        var track = catalogue.Tracks[view.Log.TrackIndexes[index]];
        return new LatestPlay(
            view.Log.PlayIds[index],
            track.Title.Length > 0 ? track.Title : "Unknown track",
            catalogue.Artists[track.ArtistIndex].Name,
            track.AlbumIndex >= 0 ? catalogue.Albums[track.AlbumIndex].ImageUrl : null,
            DateTimeOffset.FromUnixTimeMilliseconds(view.Log.EndedMs(index)),
            view.Counted.Counts(index))
        {
            TrackId = track.PublicId,
            ArtistId = catalogue.Artists[track.ArtistIndex].PublicId,
        };
    }
}
