using SpotifyDashboard.Moods;
using SpotifyDashboard.Moods.Similarity;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Catalogue.Items;

/// <summary>What of a listener's library is like one track, artist or album.</summary>
internal static class SimilarItems
{
    /// <summary>The items of the same kind that are most like <paramref name="item"/>; empty where its sound (and an artist's genres) are unknown.</summary>
    /// <param name="map">The map of the library; the item is one of its catalogue.</param>
    /// <param name="item">What is looked at.</param>
    /// <param name="limit">At most so many.</param>
    public static IReadOnlyList<SimilarItem> Of(MoodMap map, CatalogueItem item, int limit)
    {
        var library = map.Library;
        var catalogue = library.Catalogue;
        switch (item.Kind)
        {
            case ItemKind.Artist:
                return [.. SimilarArtists.Of(library, item.Index, limit).Select(found =>
                    new SimilarItem(catalogue.Artists[found.Index].PublicId, catalogue.Artists[found.Index].Name, Artist: null, found.Similarity) { ImageUrl = catalogue.Artists[found.Index].ImageUrl })];
            case ItemKind.Album:
                return [.. NearestAlbums(library, item.Index, limit).Select(found =>
                {
                    var album = catalogue.Albums[found.Row];
                    return new SimilarItem(album.PublicId, album.Title, catalogue.Artists[album.ArtistIndex].Name, found.Similarity) { ImageUrl = album.ImageUrl };
                })];
            default:
                return [.. library.NearestTracks(item.Index, limit).Select(found => SimilarTracks.Describe(map, library, item.Index, found)).Select(found =>
                    new SimilarItem(found.Id, found.Title, found.Artist, found.Similarity) { ImageUrl = found.ImageUrl, Reason = found.Reason })];
        }
    }

    private static IReadOnlyList<(int Row, double Similarity)> NearestAlbums(LibrarySound library, int album, int limit) =>
        library.Centroids(library.Catalogue.AlbumOf, library.Catalogue.Albums.Count) is var (means, isKnown) && isKnown[album]
            ? CosineSimilarity.Nearest(means, means.Row(album), limit, row => row != album && isKnown[row])
            : [];
}
