using System.Data.Common;
using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Demo;

/// <summary>Stores the invented artists, albums, tracks and features.</summary>
internal static class DemoCatalogueWriter
{
    private const string Provenance = "demo";

    private static readonly string s_featureColumns = string.Join(", ", Features.Thirteen.Select(Features.KeyOf));
    private static readonly string[] s_featureParameters = [.. Features.Thirteen.Select(Features.KeyOf), "track", "provenance", "stored"];

    /// <summary>Stores every track of <paramref name="catalogue"/>.</summary>
    /// <param name="write">The transaction.</param>
    /// <param name="catalogue">What was made up.</param>
    /// <param name="namedAt">The moment the names stem from (UTC).</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public static async Task WriteAsync(WriteTransaction write, DemoCatalogue catalogue, DateTimeOffset namedAt, CancellationToken cancellationToken)
    {
        await using var artist = write.Command("INSERT INTO artists (spotify_id, name) VALUES (@spotify, @name) RETURNING id", "spotify", "name");
        await using var album = write.Command(
            "INSERT INTO albums (spotify_id, artist_id, title, release_date) VALUES (@spotify, @artist, @title, @released) RETURNING id",
            "spotify", "artist", "title", "released");
        await using var track = write.Command(
            "INSERT INTO tracks (spotify_id, name_key, title, artist_id, album_id, duration_ms, explicit, popularity, named_at, is_invented) "
            + "VALUES (@spotify, @key, @title, @artist, @album, @duration, @explicit, @popularity, @named, @invented) RETURNING id",
            "spotify", "key", "title", "artist", "album", "duration", "explicit", "popularity", "named", "invented");
        await using var features = write.Command(
            $"INSERT INTO audio_features ({s_featureColumns}, track_id, provenance, stored_at) VALUES ({string.Join(", ", s_featureParameters.Select(name => "@" + name))})",
            s_featureParameters);

        await using var genres = write.Command(
            $"INSERT INTO artist_genres (artist_id, genre, provenance, stored_at) VALUES (@artist, @genre, '{Provenance}', @stored)", "artist", "genre", "stored");

        var artists = new Dictionary<DemoArtist, int>();
        var albums = new Dictionary<DemoAlbum, int>();
        foreach (var made in catalogue.Tracks)
        {
            var by = made.Album.Artist;
            if (!artists.TryGetValue(by, out var artistId))
            {
                artists[by] = artistId = await InsertAsync(artist, [by.SpotifyId, by.Name], cancellationToken);
                foreach (var genre in by.Genres)
                {
                    genres.Set([artistId, genre, namedAt.ToUnixTimeMilliseconds()]);
                    await genres.ExecuteNonQueryAsync(cancellationToken);
                }
            }

            if (!albums.TryGetValue(made.Album, out var albumId))
            {
                albums[made.Album] = albumId = await InsertAsync(album, [made.Album.SpotifyId, artistId, made.Album.Title, made.Album.ReleaseDate], cancellationToken);
            }

            var trackId = await InsertAsync(
                track,
                [
                    made.SpotifyId, NameKey.Of(by.Name, made.Title), made.Title, artistId, albumId,
                    made.DurationMs, made.Explicit, made.Popularity, namedAt.ToUnixTimeMilliseconds(), true,
                ],
                cancellationToken);
            if (made.Features is { } sound)
            {
                features.Set([.. Features.Thirteen.Select(feature => (object?)sound[feature]), trackId, sound.Provenance, sound.StoredAt.ToUnixTimeMilliseconds()]);
                await features.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    private static async Task<int> InsertAsync(DbCommand command, object?[] values, CancellationToken cancellationToken)
    {
        command.Set(values);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }
}
