using System.Data.Common;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Numbers of artists and albums by their names; makes the rows that are missing.</summary>
internal sealed class NameDirectory(WriteTransaction write, CatalogueCache cache) : IDisposable
{
    /// <summary>Whom Spotify has told of is not made a second time for having been named without an id.</summary>
    private const string KnownFirst = " ORDER BY (spotify_id = ''), id LIMIT 1";

    private readonly DbCommand _findArtist = write.Command("SELECT id FROM artists WHERE name = @name" + KnownFirst, "name");
    private readonly DbCommand _addArtist = write.Command("INSERT INTO artists (spotify_id, name) VALUES ('', @name) RETURNING id", "name");
    private readonly DbCommand _findAlbum = write.Command("SELECT id FROM albums WHERE artist_id = @artist AND title = @title" + KnownFirst, "artist", "title");
    private readonly DbCommand _addAlbum = write.Command("INSERT INTO albums (spotify_id, artist_id, title) VALUES ('', @artist, @title) RETURNING id", "artist", "title");

    public int Artist(string name)
    {
        if (!cache.Artists.TryGetValue(name, out var id))
        {
            cache.Artists[name] = id = _findArtist.Find(name) ?? _addArtist.Insert(name);
        }

        return id;
    }

    public int? Album(int artistId, string? title)
    {
        if (title is null)
        {
            return null;
        }

        if (!cache.Albums.TryGetValue((artistId, title), out var id))
        {
            cache.Albums[(artistId, title)] = id = _findAlbum.Find(artistId, title) ?? _addAlbum.Insert(artistId, title);
        }

        return id;
    }

    public void Dispose()
    {
        _findArtist.Dispose();
        _addArtist.Dispose();
        _findAlbum.Dispose();
        _addAlbum.Dispose();
    }
}
