using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage;

/// <summary>Reads a <see cref="ListeningLog"/> from the database: as a whole, or what arrived since.</summary>
/// <remarks>
/// Synchronous on purpose: a million rows are stepped through without a task each, on a thread of the pool
/// (<see cref="ListeningLogs"/>). Everything is read in one snapshot, so that plays, names and version belong together.
/// </remarks>
internal sealed class ListeningLogLoader(IDbContextFactory<DashboardDbContext> contexts)
{
    /// <summary>The log of <paramref name="listenerId"/> as it is now.</summary>
    /// <param name="listenerId">Whose plays.</param>
    /// <param name="known">An earlier log of theirs to extend, or null.</param>
    /// <param name="cancellationToken">Looked at every few thousand rows.</param>
    /// <returns><paramref name="known"/> itself where nothing changed; an empty log where there is no such listener.</returns>
    public ListeningLog Load(int listenerId, ListeningLog? known, CancellationToken cancellationToken)
    {
        using var context = contexts.CreateDbContext();
        context.Database.OpenConnection();
        var connection = context.Database.GetDbConnection();
        using var snapshot = BeginSnapshot(connection);
        var (plays, rewrittenAt, catalogue) = ReadVersions(connection, snapshot, listenerId);
        if (known is not null && known.PlaysVersion == plays && known.CatalogueVersion == catalogue)
        {
            return known;
        }

        // A version below the known one means another database under the same number (a restored backup).
        var isExtendable = known is not null && rewrittenAt <= known.PlaysVersion && known.PlaysVersion <= plays && known.CatalogueVersion <= catalogue;
        var reading = new ListeningLogReading(connection, snapshot, listenerId, isExtendable ? known : null, cancellationToken);
        return reading.Read(plays, catalogue);
    }

    private static DbTransaction BeginSnapshot(DbConnection connection) => connection is SqliteConnection sqlite
        ? sqlite.BeginTransaction(deferred: true)
        : connection.BeginTransaction(IsolationLevel.RepeatableRead);

    private static (long Plays, long RewrittenAt, long Catalogue) ReadVersions(DbConnection connection, DbTransaction snapshot, int listenerId)
    {
        using var command = connection.CreateCommand();
        command.Transaction = snapshot;
        command.CommandText = "SELECT plays_version, rewritten_at_version, COALESCE((SELECT version FROM catalogue), 0) FROM listeners WHERE id = @listener";
        command.AddParameter("listener", listenerId);
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)) : (0, 0, 0);
    }
}
