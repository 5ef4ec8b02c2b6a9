using System.Data.Common;
using System.Globalization;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Stores the rows of one file as sightings and says what became of those that are none.</summary>
internal sealed class SightingWriter : IDisposable
{
    /// <summary>Some four files of an export: beyond that memory would grow with the file, and they are read back instead.</summary>
    private const int MostAtHand = 65_536;

    private readonly Catalogue _catalogue;
    private readonly Ledger _ledger;
    private readonly Occurrences? _occurrences;
    private readonly WriteTransaction _write;
    private readonly Source _source;
    private readonly int _fileId;
    private readonly NumberRows _inserts;

    private readonly KeptRows _kept;
    private readonly RemovalWriter _removals;
    private readonly ContextDirectory _contexts;

    /// <summary>The rows that wait.</summary>
    private readonly List<(SightingFacts Sighting, OwnFacts? Own)> _waiting = new(NumberRows.Capacity);

    private List<SightingFacts>? _atHand = [];
    private readonly DbCommand _insertSpoken;
    private long _lastId;

    private SightingWriter(WriteTransaction write, Catalogue catalogue, Source source, int fileId, Ledger ledger, Occurrences? occurrences, long lastId)
    {
        _catalogue = catalogue;
        _ledger = ledger;
        _occurrences = occurrences;
        _lastId = lastId;
        FirstNewId = lastId + 1;

        _write = write;
        _source = source;
        _fileId = fileId;
        _kept = new KeptRows(write, catalogue, ledger);
        _removals = new RemovalWriter(write);
        _contexts = new ContextDirectory(write);
        _inserts = NumberRows.For(
            write,
            "INSERT INTO sightings (id, listener_id, ended_at, source, track_id, ms_played, offline_timestamp, occurrence, circumstance_id, flags, import_file_id, context_id)",
            " ON CONFLICT DO NOTHING");
        _insertSpoken = write.Command(
            string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO spoken_sightings (ended_at, kind, uri, title, show, ms_played, listener_id)
            VALUES (@ended, @kind, @uri, @title, @show, @ms, {write.ListenerId})
            ON CONFLICT DO NOTHING
            """),
            "ended", "kind", "uri", "title", "show", "ms");
    }

    /// <summary>The lowest id given to a sighting of this file.</summary>
    public long FirstNewId { get; }

    /// <summary>All that was stored; null where it is too much to be held.</summary>
    public IReadOnlyList<SightingFacts>? AtHand => _atHand;

    /// <summary>When the stored sightings ended.</summary>
    public TouchedDays Touched { get; } = new();

    /// <summary>Sightings known before that the file removes or restores.</summary>
    public HashSet<long> Edited { get; } = [];

    /// <summary>Makes a writer.</summary>
    /// <param name="write">The file's transaction.</param>
    /// <param name="catalogue">Numbers of tracks and circumstances.</param>
    /// <param name="source">Who says what the rows say.</param>
    /// <param name="fileId">The file's row in <c>import_files</c>.</param>
    /// <param name="ledger">Told the fate of each row that is decided here; that of stored ones is decided when plays are derived.</param>
    /// <param name="occurrences">Counts equal rows, for sources in which they may be real; null elsewhere.</param>
    /// <param name="cancellationToken">Ends the preparation.</param>
    public static async Task<SightingWriter> CreateAsync(
        WriteTransaction write, Catalogue catalogue, Source source, int fileId, Ledger ledger, Occurrences? occurrences, CancellationToken cancellationToken)
    {
        await using var last = write.Command("SELECT COALESCE(MAX(id), 0) FROM sightings");
        var lastId = Convert.ToInt64(await last.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        return new SightingWriter(write, catalogue, source, fileId, ledger, occurrences, lastId);
    }

    /// <summary>Takes one row.</summary>
    public void Write(in HistoryRow row)
    {
        switch (row.Kind)
        {
            case RowKind.Play when row.Track is { } track:
                WritePlay(row, track);
                break;
            case RowKind.Spoken when row.Spoken is { } spoken:
                _insertSpoken.Run(row.EndedAt, (short)spoken.Kind, spoken.Uri, spoken.Title, spoken.Show, row.MsPlayed);
                _ledger.NotMusic(row.Reason ?? "spoken word");
                break;
            case RowKind.LibraryTrack when row is { Track: { } kept, Own: { } told }:
                _kept.LibraryTrack(kept, told);
                break;
            case RowKind.Gap when row.Own is { } told:
                _kept.Gap(told);
                break;
            case RowKind.Split when row.Own is { } told:
                _kept.Split(told);
                break;
            case RowKind.NotMusic:
                _ledger.NotMusic(row.Reason ?? "not music");
                break;
            default:
                _ledger.Malformed(row.Reason ?? "the row can't be read");
                break;
        }
    }

    /// <summary>Stores what still waits. Call once, after the last row.</summary>
    public void Complete() => Flush();

    public void Dispose()
    {
        _inserts.Dispose();
        _insertSpoken.Dispose();
        _kept.Dispose();
        _removals.Dispose();
        _contexts.Dispose();
    }

    private void WritePlay(in HistoryRow row, RowTrack told)
    {
        var track = _catalogue.Track(told, row.EndedAt, row.Own?.Track);
        var occurrence = row.Own?.Occurrence ?? 0;
        if (_occurrences is not null)
        {
            if (_occurrences.Next(track.NameKey, row.EndedAt, row.MsPlayed) is not { } next)
            {
                _ledger.Duplicate("more equal rows than fit into their minute");
                return;
            }

            occurrence = next;
        }

        var sighting = new SightingFacts
        {
            Id = ++_lastId,
            EndedAt = row.EndedAt,
            Source = row.Own?.Source ?? _source,
            TrackId = track.Id,
            MsPlayed = row.MsPlayed,
            OfflineTimestamp = row.OfflineTimestamp,
            Occurrence = occurrence,
            CircumstanceId = _catalogue.Circumstance(row.Circumstance),
            Flags = row.Flags,
            ContextId = row.Own?.ContextUri is { } context ? _contexts.Number(context) : null,
            ExitedUnexpectedly = row.Circumstance?.ReasonEnd.StartsWith("unexpected-exit", StringComparison.Ordinal) ?? false,
        };
        if (Insert(sighting) is { } isKnown)
        {
            Settle(sighting, row.Own, isKnown);
            return;
        }

        _waiting.Add((sighting, row.Own));
        if (_inserts.IsFull)
        {
            Flush();
        }
    }

    private bool? Insert(in SightingFacts sighting) => _inserts.Add(
        sighting.Id,
        _write.ListenerId,
        sighting.EndedAt,
        (long)sighting.Source,
        sighting.TrackId,
        sighting.MsPlayed,
        sighting.OfflineTimestamp,
        sighting.Occurrence,
        sighting.CircumstanceId,
        (long)sighting.Flags,
        _fileId,
        sighting.ContextId);

    /// <summary>Stores the rows that wait and finds out which of them the database knew already.</summary>
    private void Flush()
    {
        var taken = _inserts.Flush();
        if (_waiting.Count == 0)
        {
            return;
        }

        var stored = taken == 0 || taken == _waiting.Count ? null : Stored(_waiting[0].Sighting.Id, _waiting[^1].Sighting.Id);
        foreach (var (sighting, own) in _waiting)
        {
            Settle(sighting, own, stored?.Contains(sighting.Id) ?? taken > 0);
        }

        _waiting.Clear();
    }

    private void Settle(in SightingFacts sighting, OwnFacts? own, bool isStored)
    {
        if (own is not null && _removals.Take(sighting, isStored, own) is { } edited)
        {
            Edited.Add(edited);
            Touched.Add(sighting.EndedAt);
        }

        if (!isStored)
        {
            _ledger.Duplicate("the same row is known already");
            return;
        }

        Touched.Add(sighting.EndedAt);
        _atHand?.Add(sighting);
        if (_atHand?.Count > MostAtHand)
        {
            _atHand = null;
        }
    }

    /// <summary>Which of a run of ids were taken.</summary>
    private HashSet<long> Stored(long first, long last)
    {
        var stored = new HashSet<long>();
        using var select = _write.Command("SELECT id FROM sightings WHERE id BETWEEN @first AND @last", "first", "last");
        select.Set(first, last);
        using var rows = select.ExecuteReader();
        while (rows.Read())
        {
            stored.Add(rows.GetInt64(0));
        }

        return stored;
    }
}
