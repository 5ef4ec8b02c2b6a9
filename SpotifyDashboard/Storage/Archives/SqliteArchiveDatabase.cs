using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SpotifyDashboard.Storage.Archives;

/// <summary>A SQLite file as an archive sees it.</summary>
internal sealed class SqliteArchiveDatabase : ArchiveDatabase
{
    private readonly SqliteConnection _connection;

    private SqliteArchiveDatabase(SqliteConnection connection)
        : base(connection) => _connection = connection;

    /// <inheritdoc/>
    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    /// <inheritdoc/>
    protected override string ColumnsQuery =>
        """
        SELECT t.name, c.name, c.type, c.pk FROM sqlite_master t, pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
        ORDER BY t.name, c.cid
        """;

    /// <summary>Opens a file that is there.</summary>
    /// <exception cref="ArchiveException">It is not there.</exception>
    public static async Task<SqliteArchiveDatabase> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var address = new SqliteConnectionStringBuilder(connectionString) { Pooling = false, Mode = SqliteOpenMode.ReadWrite };
        if (!File.Exists(address.DataSource))
        {
            throw new ArchiveException($"There is no database at {address.DataSource} yet.");
        }

        var connection = new SqliteConnection(address.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return new SqliteArchiveDatabase(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task HoldStillAsync(CancellationToken cancellationToken)
    {
        // The write-ahead log keeps the state of the first read for as long as this transaction lives; writers are not held up.
        // Deferred: it reads alone, so it must not take the write lock as BeginTransactionAsync would.
        Transaction = Begin();
        await using var first = Command("SELECT COUNT(*) FROM sqlite_master");
        await first.ExecuteScalarAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<long?> LastNumberAsync(TableShape table, CancellationToken cancellationToken)
    {
        await using var has = Command("SELECT COUNT(*) FROM sqlite_master WHERE name = 'sqlite_sequence'");
        if (Convert.ToInt64(await has.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) == 0)
        {
            return null;
        }

        await using var command = Command("SELECT MAX(seq) FROM sqlite_sequence WHERE name = @table");
        command.AddParameter("@table", table.Name);
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    private SqliteTransaction Begin() => _connection.BeginTransaction(deferred: true);

    /// <inheritdoc/>
    protected override async Task<bool> HasHistoryAsync(CancellationToken cancellationToken)
    {
        await using var command = Command("SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'");
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) > 0;
    }
}
