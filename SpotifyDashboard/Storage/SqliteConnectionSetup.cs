using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SpotifyDashboard.Storage;

/// <summary>What every SQLite connection is told as it opens: write-ahead log, foreign keys on, and moderate caches.</summary>
internal sealed class SqliteConnectionSetup : DbConnectionInterceptor
{
    // NORMAL with a write-ahead log survives the death of the process at any moment; only a power cut can cost the last commit.
    private const string Pragmas =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
