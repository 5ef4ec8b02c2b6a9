using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Options;
using Npgsql;
using SpotifyDashboard.Storage.Archives;

namespace SpotifyDashboard.Storage.Copying;

/// <summary>Copies a SQLite database of the dashboard into an empty PostgreSQL database, and compares both.</summary>
internal sealed class DatabaseCopy(ListenerScope scope, TimeProvider time, ILoggerFactory logging)
{
    /// <summary>Copies everything, or nothing.</summary>
    /// <param name="file">The SQLite file; it is read in one snapshot and not changed.</param>
    /// <param name="target">The connection string of the PostgreSQL database; its tables are made here.</param>
    /// <param name="output">Where the lines of progress go.</param>
    /// <param name="cancellationToken">Ends the copying; the target stays empty.</param>
    /// <exception cref="CopyException">It can't be done; the message says why.</exception>
    public async Task RunAsync(string file, string target, TextWriter output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        try
        {
            await CopyAsync(file, target, output, cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is not null)
        {
            throw new CopyException($"The PostgreSQL database could not be made ready: {exception.InnerException.Message}");
        }
        catch (PostgresException exception)
        {
            throw new CopyException($"PostgreSQL refused{(exception.TableName is { Length: > 0 } table ? $" the table {table}" : "")}: {exception.MessageText} {exception.Detail}".TrimEnd());
        }
        catch (NpgsqlException exception)
        {
            throw new CopyException($"PostgreSQL does not answer: {exception.Message}");
        }
        catch (InvalidOperationException exception) when (exception.InnerException is NpgsqlException passing)
        {
            throw new CopyException($"PostgreSQL does not answer: {passing.Message}");
        }
    }

    private async Task CopyAsync(string file, string target, TextWriter output, CancellationToken cancellationToken)
    {
        var options = new DatabaseOptions { Provider = DatabaseProvider.Postgres, ConnectionString = target };
        var contexts = new ScopedContexts(new NamedContexts(options), scope);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var source = await SqliteSource.OpenAsync(file, cancellationToken);
        CheckVersion(file, await source.MigrationsAsync(cancellationToken), [.. context.Database.GetMigrations()]);
        await PrepareAsync(contexts, options, file, cancellationToken);

        var tables = CopiedTable.AllOf(context.GetService<IDesignTimeModel>().Model);
        await using var copy = await PostgresTarget.OpenAsync(target, tables, cancellationToken);
        await output.WriteLineAsync($"Copying {file} as it is now; what a running dashboard stores in it from now on stays behind.");
        var rows = 0L;
        foreach (var table in tables)
        {
            var digest = await CopyAsync(table, source, copy, output, cancellationToken);
            rows += digest.Rows;
            await output.WriteLineAsync($"{table.Name}: {digest}");
        }

        await copy.CommitAsync(tables, cancellationToken);
        await TellEndAsync(source, output, string.Create(CultureInfo.InvariantCulture, $"Copied {rows:N0} rows of {tables.Count} tables; counts and checksums agree."), cancellationToken);
    }

    /// <summary>Brings the target to this version's schema; where it is an earlier dashboard's, a backup of it goes beside the SQLite file first.</summary>
    private Task PrepareAsync(IDbContextFactory<DashboardDbContext> contexts, DatabaseOptions options, string file, CancellationToken cancellationToken)
    {
        var backups = new BackupOptions { Folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "backups") };
        var archives = new DatabaseArchives(contexts, Options.Create(options), time);
        return new DatabaseInitializer(contexts, Options.Create(options), Options.Create(backups), archives, new SchemaLook(Options.Create(options), KnownMigrations.OfProgram()), time, logging.CreateLogger<DatabaseInitializer>())
            .InitializeAsync(cancellationToken);
    }

    private static void CheckVersion(string file, IReadOnlyList<string> has, IReadOnlyList<string> known)
    {
        if (has.Count == 0)
        {
            throw new CopyException($"{file} holds no dashboard.");
        }

        if (has.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } later)
        {
            throw new CopyException($"{file} was made by a later version of the dashboard (it knows the migration {later}). Use that version.");
        }

        if (known.Except(has, StringComparer.Ordinal).FirstOrDefault() is { } missing)
        {
            throw new CopyException($"{file} was last used by an earlier version of the dashboard (it lacks the migration {missing}). Start this version on it once, then copy.");
        }
    }

    /// <summary>Copies a table and reads it back, before anything of it stays.</summary>
    private static async Task<RowDigest> CopyAsync(CopiedTable table, SqliteSource source, PostgresTarget target, TextWriter output, CancellationToken cancellationToken)
    {
        var all = await source.Tables.CountAsync(table, cancellationToken);
        var given = new RowDigest();
        await using (var importer = await target.ImportAsync(table, cancellationToken))
        {
            await source.Tables.ReadAsync(
                table,
                new RowImport(importer, given),
                done => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Name}: {done:N0} of {all:N0}")),
                cancellationToken);
            await importer.CompleteAsync(cancellationToken);
        }

        if (table.Numbered is not null && await source.HighestNumberAsync(table, cancellationToken) is > 0 and var highest)
        {
            await target.GoOnBehindAsync(table, highest, cancellationToken);
        }

        var arrived = new RowDigest();
        await target.Tables.ReadAsync(table, arrived, static _ => { }, cancellationToken);
        return arrived.Agrees(given)
            ? arrived
            : throw new CopyException($"The table {table.Name} did not arrive as it left: {given} became {arrived}. Nothing was kept.");
    }

    private static async Task TellEndAsync(SqliteSource source, TextWriter output, string outcome, CancellationToken cancellationToken)
    {
        if (source.Tables.TextsWithNul > 0)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{source.Tables.TextsWithNul:N0} texts had a NUL character, which PostgreSQL can't hold; they came without it."));
        }

        if (await source.EndAsync(cancellationToken))
        {
            await output.WriteLineAsync("The SQLite database changed while it was copied, so a dashboard runs on it: what it stored since the first line is not in PostgreSQL. Stop it and copy again into an empty database, or let Spotify and an import bring it.");
        }

        await output.WriteLineAsync(outcome);
    }

    /// <summary>Contexts on a database other than the configured one.</summary>
    private sealed class NamedContexts(DatabaseOptions database) : IDbContextFactory<DashboardDbContext>
    {
        public DashboardDbContext CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<DashboardDbContext>();
            StorageRegistration.Configure(options, database);
            return new DashboardDbContext(options.Options);
        }
    }
}
