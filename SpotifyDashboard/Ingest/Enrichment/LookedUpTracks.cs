using System.Data.Common;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Stores what a look-up at Spotify brought, without touching the names: plays were merged by those.</summary>
internal sealed class LookedUpTracks(WriteTransaction write, DateTimeOffset now) : IDisposable
{
    private readonly LiveNames _names = new(write, now);
    private readonly TrackFacts _facts = new(write, LiveCatalogue.Provenance, now);
    private readonly DbCommand _explicit = write.Command("UPDATE tracks SET explicit = @explicit WHERE id = @id AND explicit IS NULL", "explicit", "id");
    private readonly DbCommand _document = write.Command(
        "INSERT INTO track_documents (track_id, provider, json, fetched_at) VALUES (@track, @provider, @json, @at) ON CONFLICT DO NOTHING",
        "track", "provider", "json", "at");

    private readonly DbCommand _find = write.Command("SELECT artist_id FROM tracks WHERE id = @id AND album_id IS NULL", "id");
    private readonly DbCommand _place = write.Command("UPDATE tracks SET album_id = @album WHERE id = @id", "album", "id");
    private readonly DbCommand _fillAlbum = write.Command(
        """
        UPDATE albums SET image_url = COALESCE(image_url, @image), release_date = COALESCE(release_date, @date)
        WHERE id = (SELECT album_id FROM tracks WHERE id = @id)
        """,
        "image", "date", "id");

    private readonly DbCommand _identifyAlbum = write.Command(
        """
        UPDATE albums SET spotify_id = @spotify
        WHERE id = (SELECT album_id FROM tracks WHERE id = @id) AND spotify_id = '' AND title = @title AND NOT EXISTS (SELECT 1 FROM albums o WHERE o.spotify_id = @spotify)
        """,
        "spotify", "id", "title");

    /// <summary>Stores what is told of the track with the row number <paramref name="id"/>.</summary>
    public void Store(int id, SpotifyTrack track)
    {
        ArgumentNullException.ThrowIfNull(track);
        _facts.Store(id, track.DurationMs, track.Isrc is { } isrc ? StoredText.Name(isrc) : null, popularity: null);
        if (track.Explicit is { } isExplicit)
        {
            _explicit.Run(isExplicit, id);
        }

        if (track.Artists is [{ Id.Length: > 0 } artist, ..])
        {
            _facts.Identify(id, artist.Id, StoredText.Name(artist.Name));
        }

        if (track.Album is { } album)
        {
            StoreAlbum(id, album);
        }

        _document.Run(id, LiveCatalogue.Provenance, StoredText.Whole(track.Json), now.ToUnixTimeMilliseconds());
    }

    public void Dispose()
    {
        foreach (var disposable in (IDisposable[])[_names, _facts, _explicit, _document, _find, _place, _fillAlbum, _identifyAlbum])
        {
            disposable.Dispose();
        }
    }

    private void StoreAlbum(int id, SpotifyAlbum album)
    {
        if (_find.Find(id) is { } artist)
        {
            _place.Run(_names.Album(album, artist), id);
            return;
        }

        _fillAlbum.Run(album.ImageUrl, album.ReleaseDate, id);
        if (album.Id.Length > 0)
        {
            _identifyAlbum.Run(album.Id, id, StoredText.Name(album.Name));
        }
    }
}
