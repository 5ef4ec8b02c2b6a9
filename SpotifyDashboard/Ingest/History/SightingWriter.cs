using System.Data.Common;
using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Stores the rows of one file as sightings and says what became of those that are none.</summary>
internal sealed class SightingWriter : IDisposable
{
    private readonly Catalogue _catalogue;
    private readonly Ledger _ledger;
    private readonly Occurrences? _occurrences;
    private readonly DbCommand _insert;
    private readonly DbCommand _insertSpoken;
    private long _lastId;

    private SightingWriter(WriteTransaction write, Catalogue catalogue, Source source, int fileId, Ledger ledger, Occurrences? occurrences, long lastId)
    {
        _catalogue = catalogue;
        _ledger = ledger;
        _occurrences = occurrences;
        _lastId = lastId;
        FirstNewId = lastId + 1;

        // What is the same for the whole file stands in the text: parameters cost.
        _insert = write.Command(
            string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO sightings (id, ended_at, track_id, ms_played, offline_timestamp, occurrence, circumstance_id, flags, listener_id, source, import_file_id)
            VALUES (@id, @ended, @track, @ms, @offline, @occurrence, @circumstance, @flags, {write.ListenerId}, {(byte)source}, {fileId})
            ON CONFLICT DO NOTHING
            """),
            "id", "ended", "track", "ms", "offline", "occurrence", "circumstance", "flags");
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

    /// <summary>When the stored sightings ended.</summary>
    public TouchedDays Touched { get; } = new();

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
            case RowKind.NotMusic:
                _ledger.NotMusic(row.Reason ?? "not music");
                break;
            default:
                _ledger.Malformed(row.Reason ?? "the row can't be read");
                break;
        }
    }

    public void Dispose()
    {
        _insert.Dispose();
        _insertSpoken.Dispose();
    }

    private void WritePlay(in HistoryRow row, RowTrack told)
    {
        var track = _catalogue.Track(told, row.EndedAt);
        short occurrence = 0;
        if (_occurrences is not null)
        {
            if (_occurrences.Next(track.NameKey, row.EndedAt, row.MsPlayed) is not { } next)
            {
                _ledger.Duplicate("more equal rows than fit into their minute");
                return;
            }

            occurrence = next;
        }

        var circumstance = _catalogue.Circumstance(row.Circumstance);
        var stored = _insert.Run(
            _lastId + 1, row.EndedAt, track.Id, row.MsPlayed, row.OfflineTimestamp, occurrence, circumstance, (short)row.Flags);
        if (stored == 0)
        {
            _ledger.Duplicate("the same row is known already");
            return;
        }

        _lastId++;
        Touched.Add(row.EndedAt);
    }
}
