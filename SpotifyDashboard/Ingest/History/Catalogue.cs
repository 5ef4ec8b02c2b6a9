using System.Data.Common;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Numbers of tracks and circumstances for the rows of one file, inside its transaction; makes the rows that are missing.</summary>
/// <remarks>
/// A track with a Spotify id is one row per id; names without an id are one row per <see cref="NameKey"/>, whatever else is known by then,
/// so that the order of import does not matter.
/// </remarks>
internal sealed class Catalogue : IDisposable
{
    private const string Columns =
        "SELECT t.id, t.named_at, t.title, a.name, b.title, t.name_key FROM tracks t JOIN artists a ON a.id = t.artist_id LEFT JOIN albums b ON b.id = t.album_id";

    private readonly CatalogueCache _cache;
    private readonly int _fileId;
    private readonly List<CatalogueTrack> _changed = [];
    private readonly NameDirectory _names;
    private readonly OwnCatalogue _own;
    private readonly DbCommand _findById;
    private readonly DbCommand _findByNames;
    private readonly DbCommand _add;
    private readonly DbCommand _rename;
    private readonly DbCommand _confirm;
    private readonly DbCommand _findCircumstance;
    private readonly DbCommand _addCircumstance;

    /// <summary>Opens the catalogue.</summary>
    /// <param name="write">The file's transaction.</param>
    /// <param name="cache">What earlier files of the import have learnt.</param>
    /// <param name="fileId">The file's number.</param>
    public Catalogue(WriteTransaction write, CatalogueCache cache, int fileId)
    {
        _cache = cache;
        _fileId = fileId;
        _names = new NameDirectory(write, cache);
        _own = new OwnCatalogue(write);
        _findById = write.Command(Columns + " WHERE t.spotify_id = @id", "id");
        _findByNames = write.Command(Columns + " WHERE t.name_key = @key AND t.spotify_id IS NULL", "key");
        _add = write.Command(
            """
            INSERT INTO tracks (spotify_id, name_key, title, artist_id, album_id, named_at, is_invented)
            VALUES (@id, @key, @title, @artist, @album, @named, false) RETURNING id
            """,
            "id", "key", "title", "artist", "album", "named");
        _rename = write.Command(
            "UPDATE tracks SET name_key = @key, title = @title, artist_id = @artist, album_id = @album, named_at = @named WHERE id = @id AND named_at <= @named",
            "key", "title", "artist", "album", "named", "id");
        _confirm = write.Command("UPDATE tracks SET named_at = @named WHERE id = @id AND named_at < @named", "named", "id");
        _findCircumstance = write.Command(
            "SELECT id FROM circumstances WHERE reason_start = @start AND reason_end = @end AND platform = @platform AND country = @country",
            "start", "end", "platform", "country");
        _addCircumstance = write.Command(
            "INSERT INTO circumstances (reason_start, reason_end, platform, country) VALUES (@start, @end, @platform, @country) RETURNING id",
            "start", "end", "platform", "country");
    }

    /// <summary>The track of a row.</summary>
    /// <param name="track">The track as the row names it.</param>
    /// <param name="seenAt">When the row's play ended, milliseconds since 1970; 0 for names that any play's names outdo.</param>
    /// <param name="told">What our own export tells of the track beside its names.</param>
    public CatalogueTrack Track(RowTrack track, long seenAt, OwnTrack? told = null)
    {
        seenAt = Math.Max(seenAt, told?.NamedAt ?? seenAt);
        var known = track.Known ??= FindOrAdd(track, seenAt, told);
        if (told is not null)
        {
            _own.Fill(known.Id, told);
        }

        if (known.Observe(track, seenAt))
        {
            _changed.Add(known);
        }

        return known;
    }

    /// <summary>The number of a combination of reasons, platform and country.</summary>
    public int Circumstance(RowCircumstance? told)
    {
        if (told is null)
        {
            return Listening.Circumstance.UnknownId;
        }

        if (told.KnownId is { } known)
        {
            return known;
        }

        if (!_cache.Circumstances.TryGetValue(told, out var id))
        {
            id = _findCircumstance.Find(told.ReasonStart, told.ReasonEnd, told.Platform, told.Country)
                ?? _addCircumstance.Insert(told.ReasonStart, told.ReasonEnd, told.Platform, told.Country);
            _cache.Circumstances[told] = id;
        }

        told.KnownId = id;
        return id;
    }

    /// <summary>Stores the latest names. Call once, after the last row.</summary>
    /// <returns>Tracks known before whose comparable names changed: what was merged by the old ones has to be derived again.</returns>
    public IReadOnlySet<int> StoreNames()
    {
        var renamed = new HashSet<int>();
        foreach (var track in _changed)
        {
            var key = track.NameKey;
            if (CatalogueTrack.AreSame(track.Names, track.Stored))
            {
                _confirm.Run(track.NamedAt, track.Id);
            }
            else
            {
                key = NameKey.Of(track.Names.Artist, track.Names.Title);
                var artist = _names.Artist(track.Names.Artist);
                var taken = _rename.Run(key, track.Names.Title, artist, _names.Album(artist, track.Names.Album), track.NamedAt, track.Id) > 0;
                if (taken && track.AddedWith != _fileId && key != track.NameKey)
                {
                    renamed.Add(track.Id);
                }
            }

            track.Confirm(key);
        }

        _changed.Clear();
        return renamed;
    }

    public void Dispose()
    {
        _names.Dispose();
        _own.Dispose();
        _findById.Dispose();
        _findByNames.Dispose();
        _add.Dispose();
        _rename.Dispose();
        _confirm.Dispose();
        _findCircumstance.Dispose();
        _addCircumstance.Dispose();
    }

    private CatalogueTrack FindOrAdd(RowTrack track, long seenAt, OwnTrack? told)
    {
        var (tracks, find, key) = track.SpotifyId is { } id
            ? (_cache.ById, _findById, id)
            : (_cache.ByNames, _findByNames, KeyOf(track, told));
        if (!tracks.TryGetValue(key, out var known))
        {
            tracks[key] = known = Find(find, key) ?? Add(track, seenAt, told);
        }

        return known;
    }

    private static CatalogueTrack? Find(DbCommand find, string key)
    {
        find.Set(key);
        using var rows = find.ExecuteReader();
        if (!rows.Read())
        {
            return null;
        }

        var names = new RowTrack(SpotifyId: null, rows.GetString(2), rows.GetString(3), rows.IsDBNull(4) ? null : rows.GetString(4));
        return new CatalogueTrack(rows.GetInt32(0), names, rows.GetInt64(1), rows.GetString(5), addedWith: null);
    }

    private static string KeyOf(RowTrack track, OwnTrack? told) => told?.NameKey ?? NameKey.Of(track.Artist, track.Title);

    private CatalogueTrack Add(RowTrack track, long seenAt, OwnTrack? told)
    {
        var key = KeyOf(track, told);
        var artist = told is null ? null : _own.Artist(track, told);
        artist ??= _names.Artist(track.Artist);
        var album = told is null ? null : _own.Album(track, told, artist.Value);
        var id = _add.Insert(track.SpotifyId, key, track.Title, artist, album ?? _names.Album(artist.Value, track.Album), seenAt);
        return new CatalogueTrack(id, track, seenAt, key, _fileId);
    }
}
