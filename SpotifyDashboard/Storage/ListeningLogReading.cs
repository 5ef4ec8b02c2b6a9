using System.Data.Common;
using Microsoft.Data.Sqlite;
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

    private readonly LogTrackSet _tracks = new(known?.Catalogue);
    private readonly PlayDetailSet _details = new(known?.Details ?? []);

    /// <summary>Reads what <c>known</c> lacks, or everything.</summary>
    /// <param name="playsVersion">The listener's version in this snapshot.</param>
    /// <param name="catalogueVersion">The catalogue's version in it.</param>
    public ListeningLog Read(long playsVersion, long catalogueVersion)
    {
        var added = ReadPlays(known?.HighestPlayId ?? 0);
        var columns = known is null ? added : known.Columns.Merge(added);
        ReadLibrary();
        var catalogue = new LogCatalogueReader(connection, snapshot, listenerId).Read(_tracks);
        var details = new PlayDetailReader(connection, snapshot).Read(_details);
        return new ListeningLog(listenerId, playsVersion + catalogueVersion, columns, details, catalogue) { CatalogueVersion = catalogueVersion };
    }

    private LogColumns ReadPlays(long after)
    {
        // Counting costs as much as looking for the few that are new, so only a whole log is counted first.
        var columns = LogColumns.Of(known is null ? checked((int)CountPlays(after)) : FewPlays);
        using var rows = Rows(Command($"SELECT {PlayRow.Columns} FROM plays WHERE listener_id = @listener AND id > @after ORDER BY started_at, id", after));
        var index = 0;
        while (rows.TryRead(out var row))
        {
            if (index % RowsBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (index == columns.Started.Length)
            {
                columns = columns.Resized(index * 2);
            }

            columns.Started[index] = row.StartedMs;
            columns.Ids[index] = row.Id;
            columns.Tracks[index] = _tracks.IndexOf((int)(row.TrackAndMs >> 32));
            columns.MsPlayed[index] = (int)(row.TrackAndMs & uint.MaxValue);
            columns.EndedAfter[index] = LogColumns.EncodeEnd(row.EndedAfterMs);
            columns.Details[index] = _details.IndexOf(row.Detail, row.Context);
            index++;
        }

        return columns.Started.Length == index ? columns : columns.Resized(index);
    }

    private PlayRows Rows(DbCommand command) => connection is SqliteConnection sqlite ? new SqlitePlayRows(sqlite, command) : new ReaderPlayRows(command);

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
