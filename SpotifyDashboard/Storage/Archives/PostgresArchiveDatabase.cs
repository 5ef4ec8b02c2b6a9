using System.Data;
using Npgsql;

namespace SpotifyDashboard.Storage.Archives;

/// <summary>A PostgreSQL database as an archive sees it: the tables of the schema that unqualified names mean.</summary>
internal sealed class PostgresArchiveDatabase : ArchiveDatabase
{
    private readonly NpgsqlConnection _connection;

    private PostgresArchiveDatabase(NpgsqlConnection connection)
        : base(connection) => _connection = connection;

    /// <inheritdoc/>
    public override DatabaseProvider Provider => DatabaseProvider.Postgres;

    /// <inheritdoc/>
    protected override string ColumnsQuery =>
        """
        SELECT c.relname, a.attname, format_type(a.atttypid, NULL), COALESCE(array_position(i.indkey::int2[], a.attnum) + 1, 0)
        FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname NOT LIKE '\_\_EF%'
        ORDER BY c.relname, a.attnum
        """;

    public static async Task<PostgresArchiveDatabase> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return new PostgresArchiveDatabase(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads within somebody's transaction, whose connection stays theirs: not to be disposed.</summary>
    public static PostgresArchiveDatabase Within(NpgsqlTransaction transaction) =>
        new(transaction.Connection ?? throw new InvalidOperationException("The transaction has ended.")) { Transaction = transaction };

    /// <inheritdoc/>
    public override async Task HoldStillAsync(CancellationToken cancellationToken)
    {
        // The snapshot is taken by the first statement, and all later ones see the same.
        Transaction = await _connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var first = Command("SET TRANSACTION READ ONLY");
        await first.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<long?> LastNumberAsync(TableShape table, CancellationToken cancellationToken)
    {
        if (await SequenceAsync(table, cancellationToken) is not { } sequence)
        {
            return null;
        }

        await using var command = Command($"SELECT CASE WHEN is_called THEN last_value END FROM {sequence}");
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    /// <summary>The sequence that numbers the rows of a table, as it is written in a statement; null where there is none.</summary>
    public async Task<string?> SequenceAsync(TableShape table, CancellationToken cancellationToken)
    {
        await using var command = Command("SELECT pg_get_serial_sequence(@table, @column)");
        command.AddParameter("table", TableShape.Quote(table.Name));
        command.AddParameter("column", table.Key[0]);
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    /// <inheritdoc/>
    protected override async Task<bool> HasHistoryAsync(CancellationToken cancellationToken)
    {
        await using var command = Command("SELECT to_regclass('\"__EFMigrationsHistory\"') IS NOT NULL");
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>Text by its bytes, as SQLite orders it.</summary>
    protected override string Ordered(TableShape table, string column) =>
        table.Columns.First(one => one.Name == column).Type is "text" or "character varying" ? $"{TableShape.Quote(column)} COLLATE \"C\"" : TableShape.Quote(column);
}
