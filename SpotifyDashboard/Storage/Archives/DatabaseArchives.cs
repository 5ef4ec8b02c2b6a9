using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;

namespace SpotifyDashboard.Storage.Archives;

/// <summary>Backs the database up into a file, and restores it from one: the same form on both providers (docs/decisions/0046-one-form-of-backup.md).</summary>
internal sealed class DatabaseArchives(IDbContextFactory<DashboardDbContext> contexts, IOptions<DatabaseOptions> options, TimeProvider time)
{
    /// <summary>Writes the state of this moment to a new file, beside a program that goes on writing.</summary>
    /// <param name="path">A file that is not there yet; nobody ever meets half a backup under this name.</param>
    /// <param name="report">Hears how far it is.</param>
    /// <param name="cancellationToken">Ends the writing; nothing is left behind.</param>
    /// <exception cref="ArchiveException">The file is there already, or there is no database.</exception>
    public async Task<ArchiveManifest> BackUpAsync(string path, Action<ArchiveProgress> report, CancellationToken cancellationToken)
    {
        if (Path.Exists(path))
        {
            throw new ArchiveException($"{path} is there already; name a new file, so that no backup is overwritten.");
        }

        var unfinished = path + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            ArchiveManifest manifest;
            await using (var file = new FileStream(unfinished, PrivateFile()))
            {
                await using var database = await ArchiveDatabase.OpenAsync(options.Value, cancellationToken);
                manifest = await ArchiveWriter.WriteAsync(database, file, time.GetUtcNow(), report, cancellationToken);
                await file.FlushAsync(cancellationToken);
                RandomAccess.FlushToDisk(file.SafeFileHandle);
            }

            // Read back from the disk before it counts as a backup.
            using (var archive = await ArchiveReader.OpenAsync(unfinished, cancellationToken))
            {
                await archive.CheckAsync(report, cancellationToken);
            }

            File.Move(unfinished, path, overwrite: false);
            return manifest;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>Puts a backup in the place of the database, once everything in it was loaded, checked and compared.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="replaces">Whether a database with somebody's data in it may be replaced.</param>
    /// <param name="report">Hears how far it is.</param>
    /// <param name="cancellationToken">Ends it; the database stays as it was.</param>
    /// <exception cref="ArchiveException">It can't be done; nothing was changed.</exception>
    public async Task<RestoreOutcome> RestoreAsync(string path, bool replaces, Action<ArchiveProgress> report, CancellationToken cancellationToken)
    {
        using var archive = await ArchiveReader.OpenAsync(path, cancellationToken);
        var schema = await SchemaAsync(archive.Manifest, cancellationToken);
        var stamp = time.GetUtcNow().UtcDateTime;
        if (options.Value.Provider == DatabaseProvider.Postgres)
        {
            var aside = stamp.ToString("'before_restore_'yyyyMMdd't'HHmmss", CultureInfo.InvariantCulture);
            return new RestoreOutcome(archive.Manifest, await new PostgresRestore(options.Value.ConnectionString, schema).RunAsync(archive, replaces, aside, report, cancellationToken));
        }

        var file = new SqliteConnectionStringBuilder(options.Value.ConnectionString).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var migrating = await MigrationLock.AcquireAsync(file, time, cancellationToken);
        var name = $"{Path.GetFileNameWithoutExtension(file)}-{stamp.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}-before-restore.db";
        return new RestoreOutcome(archive.Manifest, await new SqliteRestore(options.Value.ConnectionString, schema).RunAsync(archive, replaces, name, report, cancellationToken));
    }

    /// <summary>The statements that make the schema of the archive's own version; later migrations follow when the rows are in.</summary>
    private async Task<IReadOnlyList<string>> SchemaAsync(ArchiveManifest manifest, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = context.Database.GetMigrations().ToList();
        if (manifest.Migrations.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new ArchiveException(
                $"The backup was made by a later version of the dashboard ({manifest.Program}, it knows the migration {unknown}); restore it with that version.");
        }

        if (manifest.Migrations.Count == 0)
        {
            throw new ArchiveException("The backup was taken from a database without tables: there is nothing to restore.");
        }

        var history = context.GetService<IHistoryRepository>();
        var assembly = context.GetService<IMigrationsAssembly>();
        var generator = context.GetService<IMigrationsSqlGenerator>();
        List<string> statements = [history.GetCreateIfNotExistsScript()];
        foreach (var id in manifest.Migrations)
        {
            var migration = assembly.CreateMigration(assembly.Migrations[id], context.Database.ProviderName ?? "");
            statements.AddRange(generator.Generate(migration.UpOperations).Select(command => command.CommandText));
            statements.Add(history.GetInsertScript(new HistoryRow(id, ProductInfo.GetVersion())));
        }

        return statements;
    }

    /// <summary>A backup holds sealed tokens and the keys to them: nobody but the program's own user reads it.</summary>
    private static FileStreamOptions PrivateFile()
    {
        var file = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return file;
    }
}
