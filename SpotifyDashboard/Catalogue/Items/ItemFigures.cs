using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Habits;

namespace SpotifyDashboard.Catalogue.Items;

/// <summary>All that is counted of one track, artist or album.</summary>
/// <param name="Period">Where it stands in the period.</param>
/// <param name="PreviousRank">Its rank in the stretch before; null where it was not played then or the period has no first day.</param>
/// <param name="AllTime">Where it stands in the whole history.</param>
/// <param name="Curve">Its plays over the period.</param>
/// <param name="Sessions">The sessions it was played in.</param>
/// <param name="Heatmap">Its plays by weekday and hour; null where there are fewer than 20.</param>
/// <param name="Endings">Skips and completion.</param>
/// <param name="TopTracks">Its most played tracks, ranked among themselves; empty for a track.</param>
/// <param name="TopAlbums">Its most played albums; empty for a track or an album.</param>
public sealed record ItemFigures(
    ItemStanding Period,
    int? PreviousRank,
    ItemStanding AllTime,
    ItemCurve Curve,
    ItemSessions Sessions,
    Heatmap? Heatmap,
    ItemEndings Endings,
    IReadOnlyList<TopItem> TopTracks,
    IReadOnlyList<TopItem> TopAlbums)
{
    private const int FewestOnHeatmap = 20;
    private const int TracksOfArtist = 10;
    private const int TracksOfAlbum = 100;
    private const int AlbumsOfArtist = 10;

    /// <summary>Counts the plays of <paramref name="item"/>.</summary>
    /// <param name="view">The plays of the period.</param>
    /// <param name="whole">The same over the whole history.</param>
    /// <param name="item">An item of their catalogue.</param>
    public static ItemFigures Of(ListeningView view, ListeningView whole, CatalogueItem item)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(whole);
        var isOwn = item.TracksOf(view.Log.Catalogue);
        return Of(view, whole, item, isOwn, view.Only(isOwn));
    }

    /// <summary>The same where the item's own plays were taken out already.</summary>
    internal static ItemFigures Of(ListeningView view, ListeningView whole, CatalogueItem item, bool[] isOwn, ListeningView own)
    {
        var period = ItemStanding.In(view, own, item);
        return new ItemFigures(
            period,
            view.Previous() is { } previous ? Ranking.Of(previous, item.Ranked, TopMeasure.Plays).RanksOf([item.Index])[0] : null,
            view.Period == whole.Period ? period : ItemStanding.In(whole, own.Over(whole.Period), item),
            ItemCurve.Of(own),
            ItemSessions.Of(view, isOwn),
            period.Plays < FewestOnHeatmap ? null : Heatmap.Of(own),
            ItemEndings.Of(Skips.Of(own)),
            item.Kind == ItemKind.Track ? [] : TopList.Of(own, TopKind.Tracks, TopMeasure.Plays, item.Kind == ItemKind.Artist ? TracksOfArtist : TracksOfAlbum),
            item.Kind == ItemKind.Artist ? TopList.Of(own, TopKind.Albums, TopMeasure.Plays, AlbumsOfArtist) : []);
    }
}
