using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Overview;

/// <summary>The latest plays of the period, newest first.</summary>
/// <param name="Plays">Counted or not.</param>
/// <param name="Zone">The listener's time zone.</param>
public sealed record LatestView(IReadOnlyList<LatestPlay> Plays, TimeZoneInfo Zone)
{
    private const int Limit = 20;

    /// <summary>Reads the end of <paramref name="view"/>.</summary>
    public static LatestView Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var newestFirst = view.Runs.Reverse().SelectMany(run => Enumerable.Range(run.First, run.End - run.First).Reverse());
        return new LatestView([.. newestFirst.Take(Limit).Select(index => PlayAt(view, index))], view.Zone);
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
            view.Counted.Counts(index));
    }
}
