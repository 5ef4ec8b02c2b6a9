using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SpotifyDashboard.Storage.Copying;

/// <summary>A SQLite database of the dashboard as it was at one moment; nothing in it is changed, and a running dashboard is not held up.</summary>
internal sealed class SqliteSource : IAsyncDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _snapshot;
    private readonly long _version;

    private SqliteSource(SqliteConnection connection, SqliteTransaction snapshot, long version)
    {
        (_connection, _snapshot, _version) = (connection, snapshot, version);
        Tables = new TableReading(connection, snapshot);
    }

    /// <summary>Its tables, in one snapshot.</summary>
    public TableReading Tables { get; }

    /// <summary>Opens a file and fixes the moment.</summary>
    /// <exception cref="CopyException">There is no such file, or it is no database.</exception>
    public static async Task<SqliteSource> OpenAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new CopyException($"There is no database {file} to copy.");
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            var version = await DataVersionAsync(connection, cancellationToken);
            var snapshot = Begin(connection);

            // A deferred transaction begins with its first look.
            await ScalarAsync(connection, "SELECT count(*) FROM sqlite_master", cancellationToken);
            return new SqliteSource(connection, snapshot, version);
        }
        catch (SqliteException exception)
        {
            await connection.DisposeAsync();
            throw new CopyException($"{file} can't be read: {exception.Message}");
        }
    }

    /// <summary>The migrations that made its schema.</summary>
    public async Task<IReadOnlyList<string>> MigrationsAsync(CancellationToken cancellationToken)
    {
        if (await ScalarAsync(_connection, "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'", cancellationToken) is not 1L)
        {
            return [];
        }

        await using var command = _connection.CreateCommand();
        command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY 1";
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var migrations = new List<string>();
        while (await rows.ReadAsync(cancellationToken))
        {
            migrations.Add(rows.GetString(0));
        }

        return migrations;
    }

    /// <summary>The highest number that was ever given in a table whose rows are numbered, also to rows that are gone; 0 for none.</summary>
    public async Task<long> HighestNumberAsync(CopiedTable table, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        var sql = $"SELECT max(COALESCE((SELECT seq FROM sqlite_sequence WHERE name = '{table.Name}'), 0), COALESCE((SELECT max({table.Numbered!.Name}) FROM {table.Name}), 0))";
        return Convert.ToInt64(await ScalarAsync(_connection, sql, cancellationToken), CultureInfo.InvariantCulture);
    }

    /// <summary>Lets the moment go and says whether something was stored since.</summary>
    public async Task<bool> EndAsync(CancellationToken cancellationToken)
    {
        await _snapshot.RollbackAsync(cancellationToken);
        return await DataVersionAsync(_connection, cancellationToken) != _version;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _snapshot.DisposeAsync();
        await _connection.DisposeAsync();
    }

    // Changes with every commit of another connection.
    private static async Task<long> DataVersionAsync(SqliteConnection connection, CancellationToken cancellationToken) =>
        Convert.ToInt64(await ScalarAsync(connection, "PRAGMA data_version", cancellationToken), CultureInfo.InvariantCulture);

    private static async Task<object?> ScalarAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    // The one way to a transaction that takes no lock; it only notes that the next statement begins it.
    private static SqliteTransaction Begin(SqliteConnection connection) => connection.BeginTransaction(deferred: true);
}
