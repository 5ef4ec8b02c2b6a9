using System.Data.Common;

namespace SpotifyDashboard.Storage.Archives;

/// <summary>A database as an archive sees it: tables of rows in a fixed order, with values that mean the same on both providers.</summary>
internal abstract class ArchiveDatabase(DbConnection connection) : IAsyncDisposable
{
    /// <summary>Opens the database that <paramref name="options"/> name, on a connection of its own.</summary>
    public static async Task<ArchiveDatabase> OpenAsync(DatabaseOptions options, CancellationToken cancellationToken) =>
        options.Provider == DatabaseProvider.Postgres
            ? await PostgresArchiveDatabase.OpenAsync(options.ConnectionString, cancellationToken)
            : await SqliteArchiveDatabase.OpenAsync(options.ConnectionString, cancellationToken);

    /// <summary>The provider's name, for the manifest.</summary>
    public abstract DatabaseProvider Provider { get; }

    protected DbConnection Connection => connection;

    /// <summary>A query for table, column, its type and its place in the primary key (from 1; 0 where it is none of it), of every table but those of the migrations, in the order of tables and columns.</summary>
    protected abstract string ColumnsQuery { get; }

    /// <summary>What every command runs in: nothing that is written meanwhile is seen.</summary>
    protected DbTransaction? Transaction { get; set; }

    /// <summary>From here on, all is read as it stands now, however much is written beside.</summary>
    public abstract Task HoldStillAsync(CancellationToken cancellationToken);

    /// <summary>The tables, ordered by name, without those of the migrations.</summary>
    public async Task<IReadOnlyList<TableShape>> TablesAsync(CancellationToken cancellationToken)
    {
        await using var command = Command(ColumnsQuery);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        List<(string Table, string Column, string Type, int Key)> columns = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            columns.Add((rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetInt32(3)));
        }

        return
        [
            .. columns.GroupBy(column => column.Table, StringComparer.Ordinal).OrderBy(table => table.Key, StringComparer.Ordinal).Select(table => new TableShape(
                table.Key,
                [.. table.Select(column => (column.Column, column.Type))],
                table.Any(column => column.Key > 0)
                    ? [.. table.Where(column => column.Key > 0).OrderBy(column => column.Key).Select(column => column.Column)]
                    : [.. table.Select(column => column.Column)])),
        ];
    }

    /// <summary>The last number that the database gave to a row of the table; null where it gives none or gave none yet.</summary>
    public abstract Task<long?> LastNumberAsync(TableShape table, CancellationToken cancellationToken);

    /// <summary>The applied migrations, in order; none where the database has no tables yet.</summary>
    public async Task<IReadOnlyList<string>> MigrationsAsync(CancellationToken cancellationToken)
    {
        if (!await HasHistoryAsync(cancellationToken))
        {
            return [];
        }

        await using var command = Command("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        List<string> migrations = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            migrations.Add(rows.GetString(0));
        }

        return migrations;
    }

    /// <summary>How many rows a table has.</summary>
    public async Task<long> CountAsync(TableShape table, CancellationToken cancellationToken)
    {
        await using var command = Command($"SELECT COUNT(*) FROM {TableShape.Quote(table.Name)}");
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Whether a row of the table meets a condition.</summary>
    public async Task<bool> AnyAsync(TableShape table, string condition, CancellationToken cancellationToken)
    {
        await using var command = Command($"SELECT COUNT(*) FROM {TableShape.Quote(table.Name)} WHERE {condition}");
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture) > 0;
    }

    /// <summary>A query for all rows of a table, in the order of its key, which is the same on both providers.</summary>
    public DbCommand Rows(TableShape table) =>
        Command($"SELECT {table.QuotedColumns} FROM {TableShape.Quote(table.Name)} ORDER BY {string.Join(", ", table.Key.Select(key => Ordered(table, key)))}");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Transaction is not null)
        {
            await Transaction.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    /// <summary>Whether there is a table of applied migrations.</summary>
    protected abstract Task<bool> HasHistoryAsync(CancellationToken cancellationToken);

    /// <summary>A column as it is ordered by.</summary>
    protected virtual string Ordered(TableShape table, string column) => TableShape.Quote(column);

    protected DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = Transaction;

        // A backup of millions of rows takes as long as it takes; who waits for it may cancel it.
        command.CommandTimeout = 0;
        return command;
    }
}
