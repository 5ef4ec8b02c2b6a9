using System.Data.Common;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage;

/// <summary>One reading of a listener's plays, within one snapshot of the database.</summary>
internal sealed class ListeningLogReading(
    DbConnection connection,
    DbTransaction snapshot,
    int listenerId,
    ListeningLog? known,
    CancellationToken cancellationToken)
{
    private const int RowsBetweenLooks = 8192;
    private const int FewPlays = 64;

    /// <summary>Six columns instead of ten: what a reader costs is mostly the number of values it hands over.</summary>
    private const string PlayColumns =
        "started_at, id, CAST(track_id AS bigint) * 4294967296 + ms_played, ended_at - started_at, "
        + "CAST(circumstance_id AS bigint) * 1048576 + flags * 4096 + source * 16 + precision, context_id";

    private readonly LogTrackSet _tracks = new(known?.Catalogue);
    private readonly PlayDetailSet _details = new(known?.Details ?? []);

    /// <summary>Reads what <c>known</c> lacks, or everything.</summary>
    /// <param name="version">The listener's version in this snapshot.</param>
    public ListeningLog Read(long version)
    {
        var added = ReadPlays(known?.HighestPlayId ?? 0);
        var columns = known is null ? added : known.Columns.Merge(added);
        ReadLibrary();
        var catalogue = new LogCatalogueReader(connection, snapshot, listenerId).Read(_tracks);
        var details = new PlayDetailReader(connection, snapshot).Read(_details);
        return new ListeningLog(listenerId, version, columns, details, catalogue);
    }

    private LogColumns ReadPlays(long after)
    {
        // Counting costs as much as looking for the few that are new, so only a whole log is counted first.
        var columns = LogColumns.Of(known is null ? checked((int)CountPlays(after)) : FewPlays);
        using var command = Command($"SELECT {PlayColumns} FROM plays WHERE listener_id = @listener AND id > @after ORDER BY started_at, id", after);
        using var reader = command.ExecuteReader();
        var index = 0;
        while (reader.Read())
        {
            if (index % RowsBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (index == columns.Started.Length)
            {
                columns = columns.Resized(index * 2);
            }

            var trackAndMs = reader.GetInt64(2);
            columns.Started[index] = reader.GetInt64(0);
            columns.Ids[index] = reader.GetInt64(1);
            columns.Tracks[index] = _tracks.IndexOf((int)(trackAndMs >> 32));
            columns.MsPlayed[index] = (int)(trackAndMs & uint.MaxValue);
            columns.EndedAfter[index] = LogColumns.EncodeEnd(reader.GetInt64(3));
            columns.Details[index] = _details.IndexOf(reader.GetInt64(4), reader.IsDBNull(5) ? 0 : reader.GetInt32(5));
            index++;
        }

        return columns.Started.Length == index ? columns : columns.Resized(index);
    }

    private long CountPlays(long after)
    {
        using var command = Command("SELECT count(*) FROM plays WHERE listener_id = @listener AND id > @after", after);
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private void ReadLibrary()
    {
        using var command = Command("SELECT track_id FROM library_tracks WHERE listener_id = @listener AND track_id > @after ORDER BY track_id", after: 0);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            _tracks.AddToLibrary(reader.GetInt32(0));
        }
    }

    private DbCommand Command(string sql, long after)
    {
        var command = connection.CreateCommand();
        command.Transaction = snapshot;
        command.CommandText = sql;
        command.AddParameter("listener", listenerId);
        command.AddParameter("after", after);
        return command;
    }
}
