using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest;

/// <summary>Reads a listener's sightings in the order of their given ends, a few thousand at a time.</summary>
/// <remarks>Sightings that were stored just now and are still at hand are not read back; they are put between those of the database.</remarks>
internal sealed class SightingReader : IAsyncDisposable
{
    // Read whole before anything is written: PostgreSQL allows one open result per connection.
    private const int LargestChunk = 8192;

    /// <summary>Where new sightings are at hand, the database often has but a few beside them.</summary>
    private const int SmallestChunk = 256;

    private readonly WriteTransaction _write;
    private readonly DbCommand _select;
    private readonly HashSet<int> _unexpectedExits = [];
    private readonly HashSet<long> _removed = [];
    private readonly List<SightingFacts> _chunk = [];
    private readonly List<SightingFacts> _merged = [];
    private SightingFacts[]? _atHand;
    private int _chunkSize = SmallestChunk;

    private SightingReader(WriteTransaction write, long firstNewId, SightingFacts[]? atHand)
    {
        _write = write;
        _atHand = atHand;
        var olderOnly = atHand is null ? "" : string.Create(CultureInfo.InvariantCulture, $"AND id < {firstNewId}");
        _select = write.Command(
            $"""
            SELECT id, ended_at, source, track_id, ms_played, offline_timestamp, occurrence, circumstance_id, flags, context_id, merged_into_id
            FROM sightings WHERE listener_id = {write.ListenerId} AND ended_at >= @from {olderOnly} ORDER BY ended_at LIMIT @count
            """,
            "from", "count");
    }

    /// <summary>Sightings that were removed or restored in this transaction.</summary>
    public IReadOnlySet<long> Edited { get; set; } = new HashSet<long>();

    /// <summary>Makes a reader.</summary>
    /// <param name="write">The transaction to read in.</param>
    /// <param name="firstNewId">The lowest id of a sighting stored in it.</param>
    /// <param name="atHand">All sightings from that id on; null where they are too many to be held.</param>
    /// <param name="cancellationToken">Ends the preparation.</param>
    public static async Task<SightingReader> CreateAsync(
        WriteTransaction write, long firstNewId, IReadOnlyList<SightingFacts>? atHand, CancellationToken cancellationToken)
    {
        var created = new SightingReader(write, firstNewId, atHand is null ? null : [.. atHand.OrderBy(sighting => sighting.EndedAt)]);
        await created.ReadRemovedAsync(cancellationToken);
        await using var circumstances = write.Command("SELECT id FROM circumstances WHERE reason_end LIKE 'unexpected-exit%'");
        await using var rows = await circumstances.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            created._unexpectedExits.Add(rows.GetInt32(0));
        }

        return created;
    }

    /// <summary>Reads on from a moment.</summary>
    /// <param name="from">The earliest given end, milliseconds since 1970.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Sightings, all of a given end or none of it, and where to read on (null at the end). Valid until the next call.</returns>
    public async Task<(IReadOnlyList<SightingFacts> Rows, long? Next)> ReadAsync(long from, CancellationToken cancellationToken)
    {
        var size = _chunkSize;
        _chunkSize = Math.Min(_chunkSize * 2, LargestChunk);
        for (; ; size *= 2)
        {
            await FillAsync(from, size, cancellationToken);
            if (_chunk.Count < size)
            {
                return (WithThoseAtHand(from, long.MaxValue), null);
            }

            // The last moment may go on behind the chunk's end.
            var last = _chunk[^1].EndedAt;
            if (last != from)
            {
                _chunk.RemoveAll(row => row.EndedAt == last);
                return (WithThoseAtHand(from, last), last);
            }
        }
    }

    /// <summary>Whether anything lies before a moment.</summary>
    public async Task<bool> HasBeforeAsync(long moment, CancellationToken cancellationToken)
    {
        await using var find = _write.Command(
            $"SELECT 1 FROM sightings WHERE listener_id = {_write.ListenerId} AND ended_at < @moment LIMIT 1", "moment");
        find.Parameters[0].Value = moment;
        return await find.ExecuteScalarAsync(cancellationToken) is not null;
    }

    /// <summary>The given ends of all sightings of some tracks, in no order.</summary>
    public async Task<IReadOnlyList<long>> EndsOfAsync(IReadOnlySet<int> tracks, CancellationToken cancellationToken)
    {
        var ends = new List<long>();
        await using var select = _write.Command($"SELECT ended_at, track_id FROM sightings WHERE listener_id = {_write.ListenerId}");
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            if (tracks.Contains(rows.GetInt32(1)))
            {
                ends.Add(rows.GetInt64(0));
            }
        }

        return ends;
    }

    public ValueTask DisposeAsync() => _select.DisposeAsync();

    /// <summary>The chunk, with the new sightings of the same stretch of time (its end excluded) put between.</summary>
    private List<SightingFacts> WithThoseAtHand(long from, long before)
    {
        if (_atHand is null)
        {
            return _chunk;
        }

        _merged.Clear();
        var next = 0;
        for (var i = FirstAtHand(from); i < _atHand.Length && _atHand[i].EndedAt < before; i++)
        {
            while (next < _chunk.Count && _chunk[next].EndedAt <= _atHand[i].EndedAt)
            {
                _merged.Add(_chunk[next++]);
            }

            _merged.Add(_atHand[i]);
        }

        _merged.AddRange(CollectionsMarshal.AsSpan(_chunk)[next..]);
        return _merged;
    }

    /// <summary>The index of the first new sighting that does not end before a moment.</summary>
    private int FirstAtHand(long moment)
    {
        var (low, high) = (0, _atHand?.Length ?? 0);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _atHand?[middle].EndedAt < moment ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Learns which sightings are removed as things stand now, and marks those at hand.</summary>
    private async Task ReadRemovedAsync(CancellationToken cancellationToken)
    {
        await using var removed = _write.Command(
            $"SELECT sighting_id FROM removed_sightings WHERE listener_id = {_write.ListenerId} AND restored_at IS NULL");
        await using var rows = await removed.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            _removed.Add(rows.GetInt64(0));
        }

        if (_removed.Count > 0)
        {
            _atHand = _atHand?.Select(sighting => sighting with { IsRemoved = _removed.Contains(sighting.Id) }).ToArray();
        }
    }

    private async Task FillAsync(long from, int size, CancellationToken cancellationToken)
    {
        _chunk.Clear();
        _select.Parameters[0].Value = from;
        _select.Parameters[1].Value = size;
        await using var rows = await _select.ExecuteReaderAsync(cancellationToken);
        Take(rows);
    }

    /// <summary>Takes all rows; synchronous, since they are a page or two of the database at a time.</summary>
    private void Take(DbDataReader rows)
    {
        while (rows.Read())
        {
            var (id, circumstance) = (rows.GetInt64(0), rows.GetInt32(7));
            var isRemoved = _removed.Contains(id);
            _chunk.Add(new SightingFacts
            {
                Id = id,
                EndedAt = rows.GetInt64(1),
                Source = (Source)rows.GetInt16(2),
                TrackId = rows.GetInt32(3),
                MsPlayed = rows.GetInt32(4),
                OfflineTimestamp = rows.GetInt64(5),
                Occurrence = rows.GetInt16(6),
                CircumstanceId = circumstance,
                Flags = (SightingTraits)rows.GetInt16(8),
                ContextId = rows.IsDBNull(9) ? null : rows.GetInt32(9),
                MergedIntoId = rows.IsDBNull(10) ? null : rows.GetInt64(10),
                ExitedUnexpectedly = _unexpectedExits.Contains(circumstance),
                IsRemoved = isRemoved,
                WasRemoved = isRemoved != Edited.Contains(id),
            });
        }
    }
}
