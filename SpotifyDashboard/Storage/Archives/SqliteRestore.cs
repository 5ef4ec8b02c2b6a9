using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SpotifyDashboard.Storage.Archives;

/// <summary>Makes a SQLite file of an archive beside the database and gives it the database's name once it is proven equal.</summary>
internal sealed class SqliteRestore(string connectionString, IReadOnlyList<string> schema)
{
    private readonly string _file = new SqliteConnectionStringBuilder(connectionString).DataSource;

    private string Unfinished => _file + ".restoring";

    /// <summary>Restores; the file that was there is copied beside first.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="replaces">Whether a database with somebody's data in it may be replaced.</param>
    /// <param name="asideName">The name of the copy in the folder <c>snapshots</c>.</param>
    /// <param name="report">Hears how far it is.</param>
    /// <param name="cancellationToken">Ends it; the database stays as it was.</param>
    /// <returns>Where the database that was there is kept; null where there was none.</returns>
    public async Task<string?> RunAsync(ArchiveReader archive, bool replaces, string asideName, Action<ArchiveProgress> report, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        var isThere = File.Exists(_file) && new FileInfo(_file).Length > 0;
        if (isThere)
        {
            await CheckTargetAsync(replaces, cancellationToken);
        }

        Clear(Unfinished);
        try
        {
            await LoadAsync(archive, report, cancellationToken);
            var aside = isThere ? KeepAside(asideName) : null;
            File.Move(Unfinished, _file, overwrite: true);
            return aside;
        }
        finally
        {
            Clear(Unfinished);
        }
    }

    /// <summary>Deletes a database file with what SQLite keeps beside it.</summary>
    private static void Clear(string file)
    {
        foreach (var ending in (string[])["", "-wal", "-shm", "-journal"])
        {
            File.Delete(file + ending);
        }
    }

    private static async Task<object?> ScalarAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private async Task CheckTargetAsync(bool replaces, CancellationToken cancellationToken)
    {
        try
        {
            await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false, DefaultTimeout = 1 }.ConnectionString))
            {
                // Leaving the write-ahead log takes the file for oneself: SQLite refuses while anybody else has it open. It also folds the log in, so that one file is all.
                await connection.OpenAsync(cancellationToken);
                await ScalarAsync(connection, "PRAGMA journal_mode = DELETE", cancellationToken);
            }

            await using var database = await SqliteArchiveDatabase.OpenAsync(connectionString, cancellationToken);
            if (!replaces && await OwnData.IsInAsync(database, cancellationToken))
            {
                throw new ArchiveException($"{_file} holds a listening history already. Add --replace to put the backup in its place; what is there now is kept beside it.");
            }
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is 5 or 6)
        {
            throw new ArchiveException($"{_file} is in use: stop the dashboard (and whatever else has it open) before restoring.", exception);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is 11 or 26)
        {
            // Damaged: often the very reason for restoring.
            if (!replaces)
            {
                throw new ArchiveException($"{_file} is damaged or no database. Add --replace to put the backup in its place; what is there now is kept beside it.", exception);
            }
        }
    }

    private string KeepAside(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_file)!, "snapshots")).FullName;
        var aside = Path.Combine(folder, name);
        File.Copy(_file, aside, overwrite: false);
        Durable.Flush(aside);
        foreach (var ending in (string[])["-wal", "-shm", "-journal"])
        {
            // Only a damaged file still has them here; they must not be taken for the new one's.
            if (File.Exists(_file + ending))
            {
                File.Move(_file + ending, aside + ending, overwrite: true);
            }
        }

        return aside;
    }

    private async Task LoadAsync(ArchiveReader archive, Action<ArchiveProgress> report, CancellationToken cancellationToken)
    {
        var address = new SqliteConnectionStringBuilder { DataSource = Unfinished, Pooling = false }.ConnectionString;
        await using (var connection = new SqliteConnection(address))
        {
            // Thrown away where it does not come to its end, so nothing protects it from that.
            await connection.OpenAsync(cancellationToken);
            await ScalarAsync(connection, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;", cancellationToken);
            foreach (var statement in schema)
            {
                await ScalarAsync(connection, statement, cancellationToken);
            }

            await FillAsync(connection, address, archive, report, cancellationToken);
            await CheckAsync(connection, cancellationToken);
        }

        await using (var database = await SqliteArchiveDatabase.OpenAsync(address, cancellationToken))
        {
            await ArchiveLoading.ProveAsync(database, archive.Manifest, await database.TablesAsync(cancellationToken), report, cancellationToken);
        }

        Durable.Flush(Unfinished);
    }

    private static async Task FillAsync(SqliteConnection connection, string address, ArchiveReader archive, Action<ArchiveProgress> report, CancellationToken cancellationToken)
    {
        IReadOnlyList<TableShape> shapes;
        await using (var database = await SqliteArchiveDatabase.OpenAsync(address, cancellationToken))
        {
            shapes = await database.TablesAsync(cancellationToken);
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var done = 0L;
        foreach (var table in archive.Manifest.Tables)
        {
            // What a migration inserts stands in the archive too.
            await ScalarAsync(connection, $"DELETE FROM {TableShape.Quote(ArchiveLoading.ShapeFor(table, shapes).Name)}", cancellationToken);
        }

        foreach (var table in archive.Manifest.Tables)
        {
            var shape = ArchiveLoading.ShapeFor(table, shapes);
            await using var insert = connection.CreateCommand();
            var names = Enumerable.Range(0, shape.Columns.Count).Select(number => string.Create(CultureInfo.InvariantCulture, $"@v{number}")).ToList();
            insert.CommandText = $"INSERT INTO {TableShape.Quote(shape.Name)} ({shape.QuotedColumns}) VALUES ({string.Join(", ", names)})";
            names.ForEach(name => insert.Parameters.Add(new SqliteParameter { ParameterName = name }));
            await ArchiveLoading.LoadAsync(archive, table, values => insert.Run(values), done, report, cancellationToken);
            await NumberAsync(connection, table, cancellationToken);
            done += table.Rows;
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task NumberAsync(SqliteConnection connection, ArchiveTable table, CancellationToken cancellationToken)
    {
        if (table.LastNumber is not { } last || await ScalarAsync(connection, "SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'", cancellationToken) is null)
        {
            return;
        }

        await using var update = connection.CreateCommand();
        update.CommandText = "UPDATE sqlite_sequence SET seq = MAX(seq, @last) WHERE name = @table";
        update.AddParameter("@last", last);
        update.AddParameter("@table", table.Name);
        if (await update.ExecuteNonQueryAsync(cancellationToken) == 0)
        {
            update.CommandText = "INSERT INTO sqlite_sequence (name, seq) SELECT @table, @last WHERE (SELECT sql FROM sqlite_master WHERE name = @table) LIKE '%AUTOINCREMENT%'";
            await update.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task CheckAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        if (await ScalarAsync(connection, "PRAGMA foreign_key_check", cancellationToken) is { } table)
        {
            throw new ArchiveException($"Rows of {table} in the backup refer to rows that are not in it, so nothing was changed.");
        }

        if (await ScalarAsync(connection, "PRAGMA integrity_check", cancellationToken) is not "ok")
        {
            throw new ArchiveException("The restored database does not pass SQLite's own check, so nothing was changed. Is the disk sound?");
        }
    }
}
