using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Catalogue.Items;

/// <summary>Finds tracks, artists and albums and what is counted of them. Nobody outside is asked; nothing is kept, since a listener has thousands of them.</summary>
public sealed class ItemService(StatisticsService statistics, MoodMapService maps)
{
    private const int SimilarShown = 8;

    /// <summary>Who or what <paramref name="id"/> is among the items of <paramref name="listener"/>; null where there is none.</summary>
    public async Task<ItemHead?> FindAsync(ListenerProfile listener, ItemKind kind, string id, CancellationToken cancellationToken)
    {
        var whole = await statistics.ReadAsync(listener, Period.Everything, rule: null, cancellationToken);
        return CatalogueItem.Find(whole.Log.Catalogue, kind, id) is { } item ? HeadOf(listener, whole, item) : null;
    }

    /// <summary>All that is counted; null where there is no such item.</summary>
    /// <param name="view">The plays of the period.</param>
    /// <param name="whole">The same over the whole history.</param>
    /// <param name="kind">Track, artist or album.</param>
    /// <param name="id">Its public id.</param>
    public static ItemFigures? FiguresOf(ListeningView view, ListeningView whole, ItemKind kind, string id)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CatalogueItem.Find(view.Log.Catalogue, kind, id) is { } item ? ItemFigures.Of(view, whole, item) : null;
    }

    /// <summary>The moods of an item's plays, and what is like it; null where there is no such item.</summary>
    /// <param name="view">The plays of the period.</param>
    /// <param name="kind">Track, artist or album.</param>
    /// <param name="id">Its public id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ItemSound?> SoundOfAsync(ListeningView view, ItemKind kind, string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (CatalogueItem.Find(view.Log.Catalogue, kind, id) is not { } item)
        {
            return null;
        }

        var map = await maps.GetAsync(MoodMapRequest.OfLibrary(view.Log.ListenerId, MoodMapRequest.DefaultMoods), cancellationToken);
        return await Task.Run(
            () =>
            {
                var own = view.Only(item.TracksOf(view.Log.Catalogue));
                return new ItemSound(ItemMoods.Of(own, map), SimilarOf(map, kind, id, SimilarShown));
            },
            cancellationToken);
    }

    /// <summary>The tracks that sound most like one; null where there is no such track.</summary>
    /// <param name="view">Any view of the listener's plays.</param>
    /// <param name="id">The track's public id.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<SimilarTrack>?> SimilarTracksAsync(ListeningView view, string id, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (CatalogueItem.Find(view.Log.Catalogue, ItemKind.Track, id) is null)
        {
            return null;
        }

        var map = await maps.GetAsync(MoodMapRequest.OfLibrary(view.Log.ListenerId, MoodMapRequest.DefaultMoods), cancellationToken);
        return [.. SimilarOf(map, ItemKind.Track, id, limit).Select(found => new SimilarTrack(found.Id, found.Name, found.Artist ?? "", found.Similarity))];
    }

    /// <summary>What is known of an item; of the demo's invented ones Spotify has no page.</summary>
    internal static ItemHead HeadOf(ListenerProfile listener, ListeningView view, CatalogueItem item)
    {
        var head = ItemHead.Of(view.Log.Catalogue, item);
        return listener.IsDemo ? head with { SpotifyUrl = null } : head;
    }

    /// <summary>By the map's own catalogue, in which the same id may stand elsewhere than in the log's.</summary>
    private static IReadOnlyList<SimilarItem> SimilarOf(MoodMap map, ItemKind kind, string id, int limit) =>
        CatalogueItem.Find(map.Catalogue, kind, id) is { } item ? SimilarItems.Of(map, item, limit) : [];
}
