using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace SpotifyDashboard.Storage.Archives;

/// <summary>Loads an archive into a PostgreSQL database: one transaction, which moves what is there into a schema beside and commits once the new is proven equal.</summary>
internal sealed class PostgresRestore(string connectionString, IReadOnlyList<string> schema)
{
    /// <summary>The lock that a starting program holds while it migrates.</summary>
    private const string MigrationLock = "SELECT pg_advisory_xact_lock(20261123)";

    /// <summary>Looks for others who are connected.</summary>
    private const int Looks = 20;

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(250);

    /// <summary>Of one table; the largest of ten thousand listeners takes some hours.</summary>
    private static readonly TimeSpan s_longestCopy = TimeSpan.FromHours(12);

    /// <summary>Restores; the tables that were there are moved aside.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="replaces">Whether a database with somebody's data in it may be replaced.</param>
    /// <param name="asideSchema">The schema that takes what is there.</param>
    /// <param name="report">Hears how far it is.</param>
    /// <param name="cancellationToken">Ends it; the database stays as it was.</param>
    /// <returns>The schema that holds what was there; null where there was nothing.</returns>
    public async Task<string?> RunAsync(ArchiveReader archive, bool replaces, string asideSchema, Action<ArchiveProgress> report, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var database = PostgresArchiveDatabase.Within(transaction);
        await CheckTargetAsync(connection, database, replaces, cancellationToken);
        await RunAsync(connection, MigrationLock, cancellationToken);
        var aside = await MoveAsideAsync(connection, asideSchema, cancellationToken) ? asideSchema : null;
        await RunAllAsync(connection, schema, cancellationToken);

        // Without them the order of the tables does not matter, and each is checked once, at the end, over all rows.
        var keys = await PairsAsync(
            connection,
            """
            SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname), format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace AND conparentid = 0
            """,
            cancellationToken);
        await RunAllAsync(connection, keys.Select(key => key.First), cancellationToken);
        var shapes = await database.TablesAsync(cancellationToken);
        await FillAsync(connection, database, archive, shapes, report, cancellationToken);
        await RunAllAsync(connection, keys.Select(key => key.Second), cancellationToken);
        await ArchiveLoading.ProveAsync(database, archive.Manifest, shapes, report, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return aside;
    }

    private static async Task CheckTargetAsync(NpgsqlConnection connection, PostgresArchiveDatabase database, bool replaces, CancellationToken cancellationToken)
    {
        if (await OthersAsync(connection, cancellationToken) is > 0 and var count)
        {
            throw new ArchiveException(string.Create(
                CultureInfo.InvariantCulture,
                $"The database is in use ({count} other connection{(count == 1 ? "" : "s")}): stop the dashboard, all its replicas and whatever else is connected before restoring."));
        }

        if (!replaces && await OwnData.IsInAsync(database, cancellationToken))
        {
            throw new ArchiveException("The database holds a listening history already. Add --replace to put the backup in its place; what is there now is kept in a schema beside it.");
        }
    }

    /// <summary>How many others are connected; those of a dashboard that was stopped a moment ago are given some seconds to go.</summary>
    private static async Task<long> OthersAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var others = new NpgsqlCommand(
            """
            SELECT pg_stat_clear_snapshot();
            SELECT COUNT(*) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND (backend_type = 'client backend' OR backend_type IS NULL)
            """,
            connection);
        for (var left = Looks; ; left--)
        {
            await using var rows = await others.ExecuteReaderAsync(cancellationToken);
            await rows.NextResultAsync(cancellationToken);
            await rows.ReadAsync(cancellationToken);
            if (rows.GetInt64(0) is var count && (count == 0 || left == 0))
            {
                return count;
            }

            await rows.CloseAsync();
            await Task.Delay(s_look, cancellationToken);
        }
    }

    /// <summary>Moves tables and functions into another schema; indexes, sequences and keys go with their tables.</summary>
    private static async Task<bool> MoveAsideAsync(NpgsqlConnection connection, string asideSchema, CancellationToken cancellationToken)
    {
        var moves = await PairsAsync(
            connection,
            $"""
            SELECT format('ALTER TABLE %s SET SCHEMA {asideSchema}', oid::regclass), '' FROM pg_class
            WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
            UNION ALL
            SELECT format('ALTER ROUTINE %s SET SCHEMA {asideSchema}', oid::regprocedure), '' FROM pg_proc p
            WHERE pronamespace = current_schema()::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
            """,
            cancellationToken);
        if (moves.Count == 0)
        {
            return false;
        }

        await RunAsync(connection, $"CREATE SCHEMA {asideSchema}", cancellationToken);
        await RunAllAsync(connection, moves.Select(move => move.First), cancellationToken);
        return true;
    }

    private static async Task FillAsync(
        NpgsqlConnection connection,
        PostgresArchiveDatabase database,
        ArchiveReader archive,
        IReadOnlyList<TableShape> shapes,
        Action<ArchiveProgress> report,
        CancellationToken cancellationToken)
    {
        // What a migration inserts stands in the archive too.
        await RunAllAsync(connection, archive.Manifest.Tables.Select(table => $"DELETE FROM {TableShape.Quote(ArchiveLoading.ShapeFor(table, shapes).Name)}"), cancellationToken);
        var done = 0L;
        foreach (var table in archive.Manifest.Tables)
        {
            var shape = ArchiveLoading.ShapeFor(table, shapes);
            await using (var importer = await connection.BeginBinaryImportAsync(
                $"COPY {TableShape.Quote(shape.Name)} ({shape.QuotedColumns}) FROM STDIN (FORMAT BINARY)", cancellationToken))
            {
                importer.Timeout = s_longestCopy;
                var types = shape.Columns.Select(column => PostgresValues.TypeOf(column.Type)).ToArray();
                await ArchiveLoading.LoadAsync(archive, table, values => Write(importer, types, values), done, report, cancellationToken);
                await importer.CompleteAsync(cancellationToken);
            }

            done += table.Rows;
            if (await database.SequenceAsync(shape, cancellationToken) is { } sequence)
            {
                var key = TableShape.Quote(shape.Key[0]);
                var last = table.LastNumber?.ToString(CultureInfo.InvariantCulture) ?? "NULL";
                await RunAsync(
                    connection,
                    $"SELECT setval('{sequence}', n) FROM (SELECT GREATEST({last}::bigint, (SELECT MAX({key}) FROM {TableShape.Quote(shape.Name)})::bigint) AS n) AS last WHERE n > 0",
                    cancellationToken);
            }
        }
    }

    private static void Write(NpgsqlBinaryImporter importer, NpgsqlDbType[] types, object?[] values)
    {
        importer.StartRow();
        for (var column = 0; column < values.Length; column++)
        {
            if (values[column] is { } value)
            {
                PostgresValues.Write(importer, value, types[column]);
            }
            else
            {
                importer.WriteNull();
            }
        }
    }

    private static async Task RunAllAsync(NpgsqlConnection connection, IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        foreach (var statement in statements)
        {
            await RunAsync(connection, statement, cancellationToken);
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<(string First, string Second)>> PairsAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        List<(string, string)> pairs = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            pairs.Add((rows.GetString(0), rows.GetString(1)));
        }

        return pairs;
    }
}
