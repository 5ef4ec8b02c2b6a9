using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Catalogue.Items;

/// <summary>A track, artist or album of one <see cref="LogCatalogue"/>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">Its place in the catalogue; of a track that of the one its recording goes by.</param>
public readonly record struct CatalogueItem(ItemKind Kind, int Index)
{
    private const int None = -1;

    /// <summary>By which list it is ranked.</summary>
    public TopKind Ranked => (TopKind)Kind;

    /// <summary>The item that addresses call <paramref name="id"/>; null where this catalogue has none.</summary>
    /// <param name="catalogue">Where it is looked for.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="id">As top lists give it: Spotify's, <c>name:</c> and a number for a track, the number for an artist or album.</param>
    public static CatalogueItem? Find(LogCatalogue catalogue, ItemKind kind, string id)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var index = kind switch
        {
            ItemKind.Track => catalogue.IndexOf(id) is >= 0 and var track ? catalogue.CountsAs[track] : None,
            ItemKind.Artist => IndexOf(catalogue.Artists, id, static artist => artist.SpotifyId, static artist => artist.Id),
            ItemKind.Album => IndexOf(catalogue.Albums, id, static album => album.SpotifyId, static album => album.Id),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There are three kinds."),
        };
        return index < 0 ? null : new CatalogueItem(kind, index);
    }

    /// <summary>For each track of <paramref name="catalogue"/> whether its plays are this item's: by the track that its recording goes by.</summary>
    public bool[] TracksOf(LogCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var ownerOf = Kind switch
        {
            ItemKind.Artist => catalogue.ArtistOf,
            ItemKind.Album => catalogue.AlbumOf,
            _ => catalogue.CountsAs,
        };
        var isOwn = new bool[catalogue.Tracks.Count];
        for (var track = 0; track < isOwn.Length; track++)
        {
            isOwn[track] = ownerOf[catalogue.CountsAs[track]] == Index;
        }

        return isOwn;
    }

    /// <summary>The number of a row is tried last: an artist that gained Spotify's id is still found under it.</summary>
    private static int IndexOf<T>(IReadOnlyList<T> items, string id, Func<T, string> spotifyIdOf, Func<T, int> rowOf)
    {
        var row = int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : None;
        var found = None;
        for (var index = 0; index < items.Count; index++)
        {
            if (id.Length > 0 && spotifyIdOf(items[index]) == id)
            {
                return index;
            }

            found = rowOf(items[index]) == row ? index : found;
        }

        return found;
    }
}
