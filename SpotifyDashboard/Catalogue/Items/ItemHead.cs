using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Catalogue.Items;

/// <summary>Who or what a page is about.</summary>
/// <param name="Kind">Track, artist or album.</param>
/// <param name="Id">The id by which addresses and the API name it; of a track that of its recording.</param>
/// <param name="Name">Title or name; empty while unknown.</param>
/// <param name="Artist">The artist of a track or album; null for an artist.</param>
/// <param name="Album">The album of a track; null while unknown, and for others.</param>
/// <param name="ReleaseYear">Year of release of an album, or of a track's album, as Spotify dates it; null while unknown.</param>
/// <param name="Genres">Genres of the artist; empty while unknown.</param>
/// <param name="SpotifyUrl">Its page at Spotify; null where it has none.</param>
/// <param name="ImageUrl">Address of its cover or picture; null while unknown.</param>
public sealed record ItemHead(
    ItemKind Kind, string Id, string Name, ItemName? Artist, ItemName? Album, int? ReleaseYear, IReadOnlyList<string> Genres, string? SpotifyUrl, string? ImageUrl)
{
    /// <summary>What has an id of another length came from elsewhere, and Spotify has no page of it.</summary>
    private const int SpotifyIdLength = 22;

    /// <summary>What <paramref name="catalogue"/> says of <paramref name="item"/>.</summary>
    internal static ItemHead Of(LogCatalogue catalogue, CatalogueItem item)
    {
        switch (item.Kind)
        {
            case ItemKind.Artist:
                var artist = catalogue.Artists[item.Index];
                return new ItemHead(item.Kind, artist.PublicId, artist.Name, Artist: null, Album: null, ReleaseYear: null, GenresOf(catalogue, item.Index), AddressOf("artist", artist.SpotifyId), artist.ImageUrl);
            case ItemKind.Album:
                var album = catalogue.Albums[item.Index];
                return new ItemHead(
                    item.Kind, album.PublicId, album.Title, ArtistOf(catalogue, album.ArtistIndex), Album: null, album.ReleaseYear, GenresOf(catalogue, album.ArtistIndex), AddressOf("album", album.SpotifyId), album.ImageUrl);
            default:
                var track = catalogue.Tracks[item.Index];
                var on = track.AlbumIndex >= 0 ? catalogue.Albums[track.AlbumIndex] : null;
                return new ItemHead(
                    item.Kind, track.PublicId, track.Title, ArtistOf(catalogue, track.ArtistIndex), on is null ? null : new ItemName(on.PublicId, on.Title), on?.ReleaseYear, GenresOf(catalogue, track.ArtistIndex), AddressOf("track", track.SpotifyId), on?.ImageUrl);
        }
    }

    private static ItemName ArtistOf(LogCatalogue catalogue, int artist) => new(catalogue.Artists[artist].PublicId, catalogue.Artists[artist].Name);

    private static string[] GenresOf(LogCatalogue catalogue, int artist) =>
        catalogue.GenresOfArtists.Count > artist ? [.. catalogue.GenresOfArtists[artist].Select(genre => catalogue.Genres[genre])] : [];

    private static string? AddressOf(string kind, string? spotifyId) => spotifyId is { Length: SpotifyIdLength } id ? $"https://open.spotify.com/{kind}/{id}" : null;
}
