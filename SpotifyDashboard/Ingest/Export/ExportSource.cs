using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.Export;

/// <summary>Reads all that an export tells of one listener, as it stands at one moment.</summary>
/// <remarks>One read transaction: what is stored meanwhile neither waits nor shows. The catalogue is held, the sightings are streamed.</remarks>
internal sealed class ExportSource : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly int _listenerId;
    private readonly Dictionary<int, ExportTrack> _tracks = [];
    private readonly Dictionary<int, Circumstance> _circumstances = [];
    private readonly Dictionary<int, string> _contexts = [];
    private readonly Dictionary<long, (long RemovedAt, long? RestoredAt)> _removals = [];
    private readonly HashSet<long> _leftOut = [];

    /// <summary>On SQLite a reader ends with its command.</summary>
    private readonly List<DbCommand> _commands = [];

    private ExportSource(DbConnection connection, DbTransaction transaction, int listenerId) =>
        (_connection, _transaction, _listenerId) = (connection, transaction, listenerId);

    /// <summary>Begins to read; the connection is open and stays the caller's.</summary>
    public static async Task<ExportSource> OpenAsync(DbConnection connection, int listenerId, CancellationToken cancellationToken)
    {
        var transaction = connection is SqliteConnection sqlite
            ? Deferred(sqlite)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var source = new ExportSource(connection, transaction, listenerId);
        await source.ReadTracksAsync(cancellationToken);
        await ExportSounds.ReadAsync(source._tracks, source.RowsAsync, cancellationToken);
        await source.ReadWordsAsync(cancellationToken);
        await source.ReadRemovalsAsync(cancellationToken);
        return source;
    }

    /// <summary>All sightings in the order of time, those of one moment in the order of their data.</summary>
    public async IAsyncEnumerable<ExportSighting> SightingsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = await RowsAsync(
            """
            SELECT id, ended_at, source, track_id, ms_played, offline_timestamp, occurrence, circumstance_id, flags, context_id, merged_into_id
            FROM sightings WHERE listener_id = @listener ORDER BY ended_at
            """,
            cancellationToken);
        var moment = new List<ExportSighting>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var sighting = Sighting(rows);
            if (moment.Count > 0 && moment[0].EndedAt != sighting.EndedAt)
            {
                moment.Sort(ExportOrder.Instance);
                foreach (var earlier in moment)
                {
                    yield return earlier;
                }

                moment.Clear();
            }

            moment.Add(sighting);
        }

        moment.Sort(ExportOrder.Instance);
        foreach (var last in moment)
        {
            yield return last;
        }
    }

    /// <summary>Podcasts and audiobooks, in the order of time.</summary>
    public async Task<IReadOnlyList<SpokenSighting>> SpokenAsync(CancellationToken cancellationToken)
    {
        var spoken = new List<SpokenSighting>();
        await using var rows = await RowsAsync("SELECT ended_at, kind, uri, title, show, ms_played FROM spoken_sightings WHERE listener_id = @listener", cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            spoken.Add(new SpokenSighting
            {
                EndedAt = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(0)),
                Kind = (SpokenKind)rows.GetInt16(1),
                Uri = rows.GetString(2),
                Title = rows.GetString(3),
                Show = rows.GetString(4),
                MsPlayed = rows.GetInt32(5),
            });
        }

        return [.. spoken.OrderBy(row => row.EndedAt).ThenBy(row => row.Kind).ThenBy(row => row.Uri, StringComparer.Ordinal)
            .ThenBy(row => row.Title, StringComparer.Ordinal).ThenBy(row => row.MsPlayed)];
    }

    /// <summary>The library, by the tracks' ids and names.</summary>
    public async Task<IReadOnlyList<(ExportTrack Track, Source Source, long AddedAt, long? SavedAt)>> LibraryAsync(CancellationToken cancellationToken)
    {
        var library = new List<(ExportTrack Track, Source, long, long?)>();
        await using var rows = await RowsAsync("SELECT track_id, source, added_at, saved_at FROM library_tracks WHERE listener_id = @listener", cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            library.Add((_tracks[rows.GetInt32(0)], (Source)rows.GetInt16(1), rows.GetInt64(2), MomentOf(rows, 3)));
        }

        return [.. library.OrderBy(row => row.Track.SpotifyId, StringComparer.Ordinal).ThenBy(row => row.Track.NameKey, StringComparer.Ordinal)];
    }

    /// <summary>The gaps, in the order of time.</summary>
    public async Task<IReadOnlyList<Gap>> GapsAsync(CancellationToken cancellationToken)
    {
        var gaps = new List<Gap>();
        await using var rows = await RowsAsync(
            "SELECT from_at, to_at, found_at, closed_at, closed_by FROM gaps WHERE listener_id = @listener ORDER BY from_at, to_at", cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            gaps.Add(GapOf(rows));
        }

        return gaps;
    }

    /// <summary>The tracks that the listener told apart, by how rows refer to them.</summary>
    public async Task<IReadOnlyList<(string One, string Other, long DecidedAt)>> SplitsAsync(CancellationToken cancellationToken)
    {
        var splits = new List<(string One, string Other, long)>();
        await using var rows = await RowsAsync("SELECT track_id, other_track_id, decided_at FROM recording_splits WHERE listener_id = @listener", cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            if (_tracks.TryGetValue(rows.GetInt32(0), out var first) && _tracks.TryGetValue(rows.GetInt32(1), out var second))
            {
                var (one, other) = (first.Reference, second.Reference);
                splits.Add(string.CompareOrdinal(one, other) < 0 ? (one, other, rows.GetInt64(2)) : (other, one, rows.GetInt64(2)));
            }
        }

        return [.. splits.OrderBy(split => split.One, StringComparer.Ordinal).ThenBy(split => split.Other, StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands)
        {
            await command.DisposeAsync();
        }

        await _transaction.DisposeAsync();
    }

    /// <summary>On SQLite a transaction that only reads, so that no writer waits.</summary>
    private static SqliteTransaction Deferred(SqliteConnection connection) => connection.BeginTransaction(deferred: true);

    private static Gap GapOf(DbDataReader row) => new()
    {
        FromAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)),
        ToAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
        FoundAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
        ClosedAt = MomentOf(row, 3) is { } closed ? DateTimeOffset.FromUnixTimeMilliseconds(closed) : null,
        ClosedBy = TextOf(row, 4),
    };

    private static long? MomentOf(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    private ExportSighting Sighting(DbDataReader row)
    {
        var id = row.GetInt64(0);
        (long RemovedAt, long? RestoredAt)? removal = _removals.TryGetValue(id, out var found) ? found : null;
        return new ExportSighting(
            row.GetInt64(1),
            (Source)row.GetInt16(2),
            _tracks[row.GetInt32(3)],
            row.GetInt32(4),
            row.GetInt64(5),
            row.GetInt16(6),
            _circumstances[row.GetInt32(7)],
            (SightingTraits)row.GetInt16(8),
            row.IsDBNull(9) ? null : _contexts[row.GetInt32(9)],
            IsHidden: !row.IsDBNull(10) || _leftOut.Contains(id),
            removal?.RemovedAt,
            removal?.RestoredAt);
    }

    private async Task ReadTracksAsync(CancellationToken cancellationToken)
    {
        await using (var rows = await RowsAsync(
            """
            SELECT t.id, t.spotify_id, t.name_key, t.title, a.name, b.title, a.spotify_id, a.image_url, b.spotify_id, b.image_url, b.release_date, ba.name, ba.spotify_id,
              t.duration_ms, t.isrc, t.explicit, t.popularity, t.named_at, t.artist_id
            FROM tracks t JOIN artists a ON a.id = t.artist_id LEFT JOIN albums b ON b.id = t.album_id LEFT JOIN artists ba ON ba.id = b.artist_id
            WHERE t.id IN (SELECT track_id FROM sightings WHERE listener_id = @listener UNION SELECT track_id FROM library_tracks WHERE listener_id = @listener)
            """,
            cancellationToken))
        {
            while (await rows.ReadAsync(cancellationToken))
            {
                _tracks[rows.GetInt32(0)] = TrackOf(rows);
            }
        }

        var named = _tracks.Values.Where(track => track.ArtistId.Length > 0).Select(track => track.Artist)
            .Concat(_tracks.Values.Where(track => track.AlbumArtistId is { Length: > 0 }).Select(track => track.AlbumArtist ?? "")).ToHashSet(StringComparer.Ordinal);
        foreach (var track in _tracks.Values)
        {
            track.IsArtistWithoutId = track.ArtistId.Length == 0 && named.Contains(track.Artist);
        }

        await using var ends = await RowsAsync("SELECT track_id, MAX(ended_at) FROM sightings WHERE listener_id = @listener GROUP BY track_id", cancellationToken);
        while (await ends.ReadAsync(cancellationToken))
        {
            _tracks[ends.GetInt32(0)].LastEnd = ends.GetInt64(1);
        }
    }

    private static ExportTrack TrackOf(DbDataReader row) => new()
    {
        SpotifyId = TextOf(row, 1),
        NameKey = row.GetString(2),
        Title = row.GetString(3),
        Artist = row.GetString(4),
        Album = TextOf(row, 5),
        ArtistId = row.GetString(6),
        ArtistImage = TextOf(row, 7),
        AlbumId = TextOf(row, 8),
        AlbumImage = TextOf(row, 9),
        AlbumDate = TextOf(row, 10),
        AlbumArtist = TextOf(row, 11),
        AlbumArtistId = TextOf(row, 12),
        DurationMs = row.IsDBNull(13) ? null : row.GetInt32(13),
        Isrc = TextOf(row, 14),
        Explicit = row.IsDBNull(15) ? null : row.GetBoolean(15),
        Popularity = row.IsDBNull(16) ? null : row.GetInt32(16),
        NamedAt = row.GetInt64(17),
        ArtistRow = row.GetInt32(18),
    };

    private static string? TextOf(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private async Task ReadWordsAsync(CancellationToken cancellationToken)
    {
        await using (var rows = await RowsAsync("SELECT id, reason_start, reason_end, platform, country FROM circumstances", cancellationToken))
        {
            while (await rows.ReadAsync(cancellationToken))
            {
                _circumstances[rows.GetInt32(0)] = new Circumstance
                {
                    ReasonStart = rows.GetString(1),
                    ReasonEnd = rows.GetString(2),
                    Platform = rows.GetString(3),
                    Country = rows.GetString(4),
                };
            }
        }

        await using var contexts = await RowsAsync(
            "SELECT id, uri FROM play_contexts WHERE id IN (SELECT context_id FROM sightings WHERE listener_id = @listener)", cancellationToken);
        while (await contexts.ReadAsync(cancellationToken))
        {
            _contexts[contexts.GetInt32(0)] = contexts.GetString(1);
        }
    }

    private async Task ReadRemovalsAsync(CancellationToken cancellationToken)
    {
        await using var rows = await RowsAsync(
            """
            SELECT r.sighting_id, r.removed_at, r.restored_at, COALESCE(s.merged_into_id, s.id)
            FROM removed_sightings r JOIN sightings s ON s.id = r.sighting_id WHERE r.listener_id = @listener
            """,
            cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var restored = MomentOf(rows, 2);
            _removals[rows.GetInt64(0)] = (rows.GetInt64(1), restored);
            if (restored is null)
            {
                _leftOut.Add(rows.GetInt64(3));
            }
        }
    }

    private async Task<DbDataReader> RowsAsync(string sql, CancellationToken cancellationToken)
    {
        var command = _connection.CreateCommand();
        _commands.Add(command);
        command.CommandText = sql;
        command.Transaction = _transaction;
        var listener = command.CreateParameter();
        (listener.ParameterName, listener.Value) = ("listener", _listenerId);
        command.Parameters.Add(listener);
        return await command.ExecuteReaderAsync(cancellationToken);
    }
}
