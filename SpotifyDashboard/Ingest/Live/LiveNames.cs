using System.Data.Common;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Numbers of artists and albums as Spotify tells them, inside one transaction; makes the rows that are missing.</summary>
/// <remarks>A row that an import knows by name only takes on the id, so that nobody ever stands there twice.</remarks>
internal sealed class LiveNames(WriteTransaction write, DateTimeOffset now) : IDisposable
{
    private readonly Dictionary<string, int> _artists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _albums = new(StringComparer.Ordinal);
    private readonly DbCommand _artistById = write.Command("SELECT id, name, image_url FROM artists WHERE spotify_id = @id AND spotify_id <> ''", "id");
    private readonly DbCommand _artistByName = write.Command("SELECT id FROM artists WHERE name = @name AND spotify_id = ''", "name");
    private readonly DbCommand _anyArtist = write.Command("SELECT id FROM artists WHERE name = @name ORDER BY (spotify_id = ''), id LIMIT 1", "name");
    private readonly DbCommand _adoptArtist = write.Command("UPDATE artists SET spotify_id = @spotify WHERE id = @id", "spotify", "id");
    private readonly DbCommand _addArtist = write.Command("INSERT INTO artists (spotify_id, name) VALUES (@spotify, @name) RETURNING id", "spotify", "name");
    private readonly DbCommand _changeArtist = write.Command("UPDATE artists SET name = @name, image_url = @image WHERE id = @id", "name", "image", "id");
    private readonly DbCommand _addGenre = write.Command(
        "INSERT INTO artist_genres (artist_id, genre, provenance, stored_at) VALUES (@artist, @genre, @provenance, @at) ON CONFLICT DO NOTHING",
        "artist", "genre", "provenance", "at");

    private readonly DbCommand _albumById = write.Command("SELECT id, title, release_date, image_url FROM albums WHERE spotify_id = @id AND spotify_id <> ''", "id");
    private readonly DbCommand _albumByName = write.Command("SELECT id FROM albums WHERE artist_id = @artist AND title = @title AND spotify_id = ''", "artist", "title");
    private readonly DbCommand _adoptAlbum = write.Command("UPDATE albums SET spotify_id = @spotify WHERE id = @id", "spotify", "id");
    private readonly DbCommand _addAlbum = write.Command(
        "INSERT INTO albums (spotify_id, artist_id, title) VALUES (@spotify, @artist, @title) RETURNING id", "spotify", "artist", "title");

    private readonly DbCommand _changeAlbum = write.Command(
        "UPDATE albums SET title = @title, release_date = @date, image_url = @image WHERE id = @id", "title", "date", "image", "id");

    /// <summary>The number of an artist.</summary>
    public int Artist(SpotifyArtist artist)
    {
        var name = StoredText.Name(artist.Name);
        if (artist.Id.Length == 0)
        {
            return ArtistNamed(name);
        }

        if (!_artists.TryGetValue(artist.Id, out var id))
        {
            _artists[artist.Id] = id = FindArtist(artist, name) ?? AddArtist(artist, name);
        }

        foreach (var genre in artist.Genres ?? [])
        {
            _addGenre.Run(id, StoredText.Name(genre).ToLowerInvariant(), LiveCatalogue.Provenance, now.ToUnixTimeMilliseconds());
        }

        return id;
    }

    /// <summary>The number of an artist of whom no more than the name is told.</summary>
    public int ArtistNamed(string name) => _anyArtist.Find(name) ?? _addArtist.Insert("", name);

    /// <summary>The number of an album.</summary>
    /// <param name="album">The album.</param>
    /// <param name="trackArtist">Whose it is where it does not say itself.</param>
    public int Album(SpotifyAlbum album, int trackArtist)
    {
        if (_albums.TryGetValue(album.Id, out var id))
        {
            return id;
        }

        var artist = album.Artists is [var first, ..] ? Artist(first) : trackArtist;
        id = FindAlbum(album) ?? AddAlbum(album, artist);
        return _albums[album.Id] = id;
    }

    public void Dispose()
    {
        foreach (var command in (DbCommand[])[_artistById, _artistByName, _anyArtist, _adoptArtist, _addArtist, _changeArtist, _addGenre, _albumById, _albumByName, _adoptAlbum, _addAlbum, _changeAlbum])
        {
            command.Dispose();
        }
    }

    private int? FindArtist(SpotifyArtist artist, string name)
    {
        _artistById.Set(artist.Id);
        int id;
        string? image;
        bool isChanged;
        using (var rows = _artistById.ExecuteReader())
        {
            if (!rows.Read())
            {
                return null;
            }

            id = rows.GetInt32(0);
            var known = rows.IsDBNull(2) ? null : rows.GetString(2);
            image = artist.ImageUrl ?? known;
            isChanged = image != known || name != rows.GetString(1);
        }

        if (isChanged)
        {
            _changeArtist.Run(name, image, id);
        }

        return id;
    }

    private int AddArtist(SpotifyArtist artist, string name)
    {
        var id = _artistByName.Find(name);
        if (id is { } known)
        {
            _adoptArtist.Run(artist.Id, known);
        }

        var number = id ?? _addArtist.Insert(artist.Id, name);
        if (artist.ImageUrl is { } image)
        {
            _changeArtist.Run(name, image, number);
        }

        return number;
    }

    private int? FindAlbum(SpotifyAlbum album)
    {
        if (album.Id.Length == 0)
        {
            return null;
        }

        _albumById.Set(album.Id);
        var title = StoredText.Name(album.Name);
        int id;
        string? date, image;
        bool isChanged;
        using (var rows = _albumById.ExecuteReader())
        {
            if (!rows.Read())
            {
                return null;
            }

            id = rows.GetInt32(0);
            var (knownDate, knownImage) = (rows.IsDBNull(2) ? null : rows.GetString(2), rows.IsDBNull(3) ? null : rows.GetString(3));
            (date, image) = (album.ReleaseDate ?? knownDate, album.ImageUrl ?? knownImage);
            isChanged = title != rows.GetString(1) || date != knownDate || image != knownImage;
        }

        if (isChanged)
        {
            _changeAlbum.Run(title, date, image, id);
        }

        return id;
    }

    private int AddAlbum(SpotifyAlbum album, int artist)
    {
        var title = StoredText.Name(album.Name);
        var id = _albumByName.Find(artist, title);
        if (id is { } known && album.Id.Length > 0)
        {
            _adoptAlbum.Run(album.Id, known);
        }

        var number = id ?? _addAlbum.Insert(album.Id, artist, title);
        if (album.ReleaseDate is not null || album.ImageUrl is not null)
        {
            _changeAlbum.Run(title, album.ReleaseDate, album.ImageUrl, number);
        }

        return number;
    }
}
