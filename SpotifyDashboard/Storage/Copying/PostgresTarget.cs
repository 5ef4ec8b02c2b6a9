using System.Globalization;
using Npgsql;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Copying;

/// <summary>A PostgreSQL database on its way from empty to complete: one transaction, so that whatever ends the program leaves it empty.</summary>
internal sealed class PostgresTarget : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private PostgresTarget(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        (_connection, _transaction) = (connection, transaction);
        Tables = new TableReading(connection, transaction);
    }

    /// <summary>What stands in it by now.</summary>
    public TableReading Tables { get; }

    /// <summary>Opens a database that has its tables. Until the end, no dashboard starts on it and nobody else writes.</summary>
    /// <exception cref="CopyException">It is not empty.</exception>
    public static async Task<PostgresTarget> OpenAsync(string connectionString, IReadOnlyList<CopiedTable> tables, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            var target = new PostgresTarget(connection, await connection.BeginTransactionAsync(cancellationToken));
            await target.TakeAsync(tables, cancellationToken);
            return target;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens the way into a table; complete it when all rows are written.</summary>
    public Task<NpgsqlBinaryImporter> ImportAsync(CopiedTable table, CancellationToken cancellationToken) =>
        _connection.BeginBinaryImportAsync($"COPY {table.Name} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)", cancellationToken);

    /// <summary>Lets the numbers of a table go on behind <paramref name="highest"/>.</summary>
    public Task GoOnBehindAsync(CopiedTable table, long highest, CancellationToken cancellationToken) =>
        ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"SELECT setval(pg_get_serial_sequence('{table.Name}', '{table.Numbered!.Name}'), {highest})"), cancellationToken);

    /// <summary>Makes everything stay, then lets PostgreSQL look at it, so that its first plans are good ones.</summary>
    public async Task CommitAsync(IReadOnlyList<CopiedTable> tables, CancellationToken cancellationToken)
    {
        await _transaction.CommitAsync(cancellationToken);
        await ExecuteAsync($"ANALYZE {Names(tables)}", cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task TakeAsync(IReadOnlyList<CopiedTable> tables, CancellationToken cancellationToken)
    {
        // The lock of DatabaseInitializer: a dashboard that starts meanwhile waits.
        await ExecuteAsync("SELECT pg_advisory_xact_lock(20261123)", cancellationToken);
        await ExecuteAsync($"LOCK TABLE {Names(tables)} IN EXCLUSIVE MODE", cancellationToken);

        // The one row that a new database has; the copy brings its own.
        await ExecuteAsync(
            string.Create(CultureInfo.InvariantCulture, $"DELETE FROM circumstances WHERE id = {Circumstance.UnknownId} AND NOT EXISTS (SELECT 1 FROM listeners)"),
            cancellationToken);
        var full = new List<string>();
        foreach (var table in tables)
        {
            if (await Tables.CountAsync(table, cancellationToken) > 0)
            {
                full.Add(table.Name);
            }
        }

        if (full.Count > 0)
        {
            throw new CopyException(
                $"The PostgreSQL database is not empty: there are rows in {string.Join(", ", full)}. Nothing was copied. Name an empty database (DROP DATABASE, then CREATE DATABASE), on which no dashboard was started yet.");
        }
    }

    private static string Names(IReadOnlyList<CopiedTable> tables) => string.Join(", ", tables.Select(static table => table.Name));

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
