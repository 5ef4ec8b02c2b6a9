using System.Data.Common;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Writes tracks, artists and albums as Spotify tells them, inside one transaction.</summary>
/// <remarks>
/// A track is one row per Spotify id. Of names that differ the latest win, as among imported files: for a play the moment it ended counts, for a list
/// or a look-up the moment of the call. Length, ISRC and the explicit mark are Spotify's own words and always taken, with their provenance.
/// </remarks>
internal sealed class LiveCatalogue(WriteTransaction write, DateTimeOffset now) : IDisposable
{
    /// <summary>Who says so, in <c>value_origins</c>, <c>track_documents</c> and <c>artist_genres</c>.</summary>
    public const string Provenance = "spotify";

    private readonly LiveNames _names = new(write, now);
    private readonly TrackValues _values = new(write, now);
    private readonly Dictionary<string, KnownTrack> _known = new(StringComparer.Ordinal);
    private readonly HashSet<int> _renamed = [];
    private readonly HashSet<int> _added = [];
    private readonly DbCommand _find = write.Command(
        """
        SELECT t.id, t.named_at, t.name_key, t.title, a.name, b.title, t.artist_id, t.album_id, t.duration_ms, t.isrc, t.explicit,
          (SELECT COUNT(*) FROM track_documents d WHERE d.track_id = t.id AND d.provider = 'spotify')
        FROM tracks t JOIN artists a ON a.id = t.artist_id LEFT JOIN albums b ON b.id = t.album_id WHERE t.spotify_id = @id
        """,
        "id");

    private readonly DbCommand _add = write.Command(
        """
        INSERT INTO tracks (spotify_id, name_key, title, artist_id, album_id, named_at, is_invented)
        VALUES (@id, @key, @title, @artist, @album, @named, false) RETURNING id
        """,
        "id", "key", "title", "artist", "album", "named");

    private readonly DbCommand _rename = write.Command(
        "UPDATE tracks SET name_key = @key, title = @title, artist_id = @artist, album_id = @album, named_at = @named WHERE id = @id",
        "key", "title", "artist", "album", "named", "id");

    /// <summary>Tracks known before whose comparable names changed: plays merged by the old ones have to be derived again.</summary>
    public IReadOnlySet<int> Renamed => _renamed;

    /// <summary>Tracks that were not known before.</summary>
    public IReadOnlySet<int> Added => _added;

    /// <summary>Local files and entries without an id: they are nobody else's track, and Spotify knows nothing of them.</summary>
    public int Skipped { get; private set; }

    /// <summary>The number of a track, which is added or brought up to date.</summary>
    /// <param name="track">The track.</param>
    /// <param name="seenAt">The moment its names are of: when its play ended, or when Spotify was asked (UTC).</param>
    /// <param name="askedId">The id that was asked for, where the answer may carry another (relinking, contracts 2.9).</param>
    /// <returns>Null for a local file or a track without an id.</returns>
    public int? Track(SpotifyTrack track, DateTimeOffset seenAt, string? askedId = null)
    {
        ArgumentNullException.ThrowIfNull(track);
        if ((askedId ?? track.Id) is not { Length: > 0 } id || track.IsLocal)
        {
            Skipped++;
            return null;
        }

        var words = Words(track);
        var moment = seenAt.ToUnixTimeMilliseconds();
        var known = _known.TryGetValue(id, out var seen) ? seen : Find(id);
        known = known is null ? Add(id, track, words, moment) : Rename(known, track, words, moment);
        var filled = _values.Fill(known, track);
        if (filled.DurationMs != known.DurationMs && !_added.Contains(known.Id))
        {
            // Whether a short play counts depends on the length. A log reads its catalogue anew with every change.
            write.MarkAdded();
        }

        _known[id] = filled;
        return known.Id;
    }

    /// <summary>The number of an artist, which is added or brought up to date.</summary>
    public int Artist(SpotifyArtist artist) => _names.Artist(artist);

    public void Dispose()
    {
        _names.Dispose();
        _values.Dispose();
        _find.Dispose();
        _add.Dispose();
        _rename.Dispose();
    }

    private static TrackWords Words(SpotifyTrack track) => new(
        StoredText.Name(track.Name),
        StoredText.Name(MainArtist(track)?.Name ?? ""),
        track.Album is { } album ? StoredText.Name(album.Name) : null);

    private static SpotifyArtist? MainArtist(SpotifyTrack track) =>
        track.Artists is [var first, ..] ? first : track.Album?.Artists is [var ofAlbum, ..] ? ofAlbum : null;

    private KnownTrack? Find(string id)
    {
        _find.Set(id);
        using var rows = _find.ExecuteReader();
        return !rows.Read() ? null : new KnownTrack(
            rows.GetInt32(0),
            rows.GetInt64(1),
            rows.GetString(2),
            new TrackWords(rows.GetString(3), rows.GetString(4), rows.IsDBNull(5) ? null : rows.GetString(5)),
            rows.GetInt32(6),
            rows.IsDBNull(7) ? null : rows.GetInt32(7),
            rows.IsDBNull(8) ? null : rows.GetInt32(8),
            rows.IsDBNull(9) ? null : rows.GetString(9),
            rows.IsDBNull(10) ? null : rows.GetBoolean(10),
            rows.GetInt64(11) > 0);
    }

    private KnownTrack Add(string id, SpotifyTrack track, TrackWords words, long moment)
    {
        var (artist, album) = Places(track);
        var key = NameKey.Of(words.Artist, words.Title);
        var number = _add.Insert(id, key, words.Title, artist, album, moment);
        _added.Add(number);
        return new KnownTrack(number, moment, key, words, artist, album, DurationMs: null, Isrc: null, Explicit: null, HasDocument: false);
    }

    private KnownTrack Rename(KnownTrack known, SpotifyTrack track, TrackWords words, long moment)
    {
        var isLater = moment > known.NamedAt || (moment == known.NamedAt && words.IsBehind(known.Words));
        if (!isLater && words != known.Words)
        {
            return known;
        }

        // An id outdoes a name, whichever is the later.
        var (artist, album) = Places(track);
        var namedAt = Math.Max(moment, known.NamedAt);
        if (words == known.Words && artist == known.ArtistId && album == known.AlbumId && namedAt == known.NamedAt)
        {
            return known;
        }

        var key = NameKey.Of(words.Artist, words.Title);
        _rename.Run(key, words.Title, artist, album, namedAt, known.Id);
        if (key != known.NameKey && !_added.Contains(known.Id))
        {
            _renamed.Add(known.Id);
        }

        if (words.Title != known.Words.Title || artist != known.ArtistId || album != known.AlbumId)
        {
            write.MarkAdded();
        }

        return known with { NamedAt = namedAt, NameKey = key, Words = words, ArtistId = artist, AlbumId = album };
    }

    private (int Artist, int? Album) Places(SpotifyTrack track)
    {
        var artist = MainArtist(track) is { } main ? _names.Artist(main) : _names.ArtistNamed("");
        return (artist, track.Album is { } album ? _names.Album(album, artist) : null);
    }
}
