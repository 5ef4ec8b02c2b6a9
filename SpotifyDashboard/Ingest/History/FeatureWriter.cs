using System.Data.Common;
using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Stores the tracks of a file in the listener's library, with their audio features. Values that are known stay; missing ones are filled in.</summary>
internal sealed class FeatureWriter : IDisposable
{
    private const string KnownTrack = "known, with nothing new";

    private static readonly string[] s_columns = [.. Features.Thirteen.Select(Features.KeyOf)];

    private readonly WriteTransaction _write;
    private readonly Catalogue _catalogue;
    private readonly Ledger _ledger;
    private readonly string _provenance;
    private readonly long _now;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly DbCommand _keep;
    private readonly DbCommand _find;
    private readonly DbCommand _insert;
    private readonly DbCommand _fill;
    private readonly DbCommand _describe;

    /// <summary>Makes a writer.</summary>
    /// <param name="write">The file's transaction.</param>
    /// <param name="catalogue">Numbers of tracks.</param>
    /// <param name="ledger">Told the fate of each row.</param>
    /// <param name="provenance">Where the values come from.</param>
    /// <param name="now">Now (UTC).</param>
    public FeatureWriter(WriteTransaction write, Catalogue catalogue, Ledger ledger, string provenance, DateTimeOffset now)
    {
        _write = write;
        _catalogue = catalogue;
        _ledger = ledger;
        _provenance = provenance;
        _now = now.ToUnixTimeMilliseconds();
        _keep = write.Command(
            string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO library_tracks (listener_id, track_id, source, added_at) VALUES ({write.ListenerId}, @track, {(byte)Source.Exportify}, @now)
            ON CONFLICT DO NOTHING
            """),
            "track", "now");
        var names = string.Join(", ", s_columns);
        _find = write.Command($"SELECT {names}, provenance FROM audio_features WHERE track_id = @track", "track");
        _insert = write.Command(
            $"INSERT INTO audio_features ({names}, provenance, stored_at, track_id) VALUES ({string.Join(", ", s_columns.Select(name => "@" + name))}, @provenance, @now, @track)",
            [.. s_columns, "provenance", "now", "track"]);
        _fill = write.Command(
            $"UPDATE audio_features SET {string.Join(", ", s_columns.Select(name => $"{name} = @{name}"))}, provenance = @provenance, stored_at = @now WHERE track_id = @track",
            [.. s_columns, "provenance", "now", "track"]);
        _describe = write.Command(
            "UPDATE tracks SET duration_ms = COALESCE(duration_ms, @duration), isrc = COALESCE(isrc, @isrc) WHERE id = @track AND (duration_ms IS NULL OR isrc IS NULL)",
            "duration", "isrc", "track");
    }

    /// <summary>Takes one row.</summary>
    public void Write(CsvTrack row)
    {
        if (row.Track is not { SpotifyId: { } id } named)
        {
            if (row.IsMalformed)
            {
                _ledger.Malformed(row.Reason ?? "the row can't be read");
            }
            else
            {
                _ledger.NotMusic(row.Reason ?? "row without a Spotify track id");
            }

            return;
        }

        if (!_seen.Add(id))
        {
            _ledger.Duplicate("the track stands in the file already");
            return;
        }

        // Names of a list say less than those of a play: any play's moment lies behind 0.
        var track = _catalogue.Track(named, seenAt: 0);
        var isNew = _keep.Run(track.Id, _now) > 0;
        var gained = Store(track.Id, row.Features);
        Describe(track.Id, row);
        if (isNew || gained)
        {
            _write.MarkAdded();
            _ledger.Added();
        }
        else
        {
            _ledger.Duplicate(KnownTrack);
        }
    }

    public void Dispose()
    {
        _keep.Dispose();
        _find.Dispose();
        _insert.Dispose();
        _fill.Dispose();
        _describe.Dispose();
    }

    /// <summary>Stores the values that were not known; says whether there were any.</summary>
    private bool Store(int trackId, IReadOnlyList<double?> told)
    {
        if (told.All(value => value is null))
        {
            return false;
        }

        var (known, provenance) = Known(trackId);
        if (known is null)
        {
            _insert.Run([.. told.Select(value => (object?)value), _provenance, _now, trackId]);
            return true;
        }

        var merged = known.Select((value, i) => value ?? told[i]).ToArray();
        if (merged.SequenceEqual(known))
        {
            return false;
        }

        _fill.Run([.. merged.Select(value => (object?)value), $"{provenance}, {_provenance}", _now, trackId]);
        return true;
    }

    private (double?[]? Values, string Provenance) Known(int trackId)
    {
        _find.Set(trackId);
        using var rows = _find.ExecuteReader();
        return rows.Read()
            ? ([.. Enumerable.Range(0, s_columns.Length).Select(i => rows.IsDBNull(i) ? null : (double?)rows.GetDouble(i))], rows.GetString(s_columns.Length))
            : (null, "");
    }

    private void Describe(int trackId, CsvTrack row)
    {
        var duration = row.Features[(int)Feature.DurationMs] is > 0 and < int.MaxValue and { } ms ? (int?)Math.Round(ms) : null;
        if (duration is not null || row.Isrc is not null)
        {
            _describe.Run(duration, row.Isrc, trackId);
        }
    }
}
