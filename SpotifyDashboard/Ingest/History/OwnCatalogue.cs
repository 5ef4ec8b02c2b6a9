using System.Data.Common;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Stores what our own export tells of tracks, artists and albums beside their names. What is known already stays.</summary>
internal sealed class OwnCatalogue(WriteTransaction write) : IDisposable
{
    private readonly LiveNames _names = new(write, DateTimeOffset.UnixEpoch);
    private readonly OwnSounds _sounds = new(write);
    private readonly DbCommand _fill = write.Command(
        """
        UPDATE tracks SET duration_ms = COALESCE(duration_ms, @duration), isrc = COALESCE(isrc, @isrc), explicit = COALESCE(explicit, @explicit),
          popularity = COALESCE(popularity, @popularity) WHERE id = @id
        """,
        "duration", "isrc", "explicit", "popularity", "id");

    private readonly DbCommand _findNamed = write.Command("SELECT id FROM artists WHERE name = @name AND spotify_id = ''", "name");
    private readonly DbCommand _addNamed = write.Command("INSERT INTO artists (spotify_id, name) VALUES ('', @name) RETURNING id", "name");

    /// <summary>The artist of a track where the export tells more than the name; null where it does not.</summary>
    public int? Artist(RowTrack track, OwnTrack told) =>
        told.ArtistId is { } id ? _names.Artist(new SpotifyArtist(id, track.Artist, told.ArtistImage, Genres: null))
        : told.ArtistWithoutId ? _findNamed.Find(track.Artist) ?? _addNamed.Insert(track.Artist)
        : null;

    /// <summary>The album of a track, by Spotify's id; null where the export tells none.</summary>
    public int? Album(RowTrack track, OwnTrack told, int artist) => told.AlbumId is { } id
        ? _names.Album(new SpotifyAlbum(id, track.Album ?? "", told.AlbumDate, told.AlbumImage, ArtistsOfAlbum(told)), artist)
        : null;

    /// <summary>Stores the values of a track that are not known yet.</summary>
    public void Fill(int trackId, OwnTrack told)
    {
        _sounds.Store(trackId, told);
        if (told is { DurationMs: null, Isrc: null, Explicit: null, Popularity: null })
        {
            return;
        }

        _fill.Run(told.DurationMs, told.Isrc, told.Explicit, told.Popularity, trackId);

        // Whether a short play counts depends on the length. A log reads its catalogue anew with every change.
        write.MarkAdded();
    }

    public void Dispose()
    {
        _names.Dispose();
        _sounds.Dispose();
        _fill.Dispose();
        _findNamed.Dispose();
        _addNamed.Dispose();
    }

    private static SpotifyArtist[] ArtistsOfAlbum(OwnTrack told) =>
        told.AlbumArtist is { } name ? [new SpotifyArtist(told.AlbumArtistId ?? "", name, ImageUrl: null, Genres: null)] : [];
}
