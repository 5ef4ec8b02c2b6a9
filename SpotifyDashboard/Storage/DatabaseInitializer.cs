using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Storage.Archives;

namespace SpotifyDashboard.Storage;

/// <summary>Brings the database to the schema of this version at start, after a snapshot of what is there.</summary>
internal sealed partial class DatabaseInitializer(
    IDbContextFactory<DashboardDbContext> contexts,
    IOptions<DatabaseOptions> options,
    IOptions<BackupOptions> backups,
    DatabaseArchives archives,
    SchemaLook look,
    TimeProvider time,
    ILogger<DatabaseInitializer> logger)
{
    /// <summary>The number of the advisory lock that a process holds on PostgreSQL while it migrates.</summary>
    public const int PostgresLock = 20261123;

    private const int KeptSnapshots = 3;

    /// <summary>Applies what is pending; does nothing where nothing is.</summary>
    /// <exception cref="InvalidOperationException">The database was made by a later version of the dashboard.</exception>
    public async Task InitializeAsync(CancellationToken cancellationToken)
    {
        // The model takes longer than the rest of a start: it is built beside it. Whoever needs it first waits, and is told what went wrong.
        _ = Task.Run(BuildModel, cancellationToken);
        if (options.Value.Provider == DatabaseProvider.Sqlite)
        {
            await InitializeSqliteAsync(cancellationToken);
            return;
        }

        await InitializePostgresAsync(cancellationToken);
    }

    private void BuildModel()
    {
        using var context = contexts.CreateDbContext();
        _ = context.Model;
    }

    /// <summary>EF Core's own lock ends with each migration, so that a second process would begin the next one beside the first; this one holds until all are done.</summary>
    private async Task InitializePostgresAsync(CancellationToken cancellationToken)
    {
        if (await look.IsCurrentAsync(cancellationToken))
        {
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({PostgresLock})", cancellationToken);
        try
        {
            await RefuseLaterAsync(context, cancellationToken);
            if (await IsPendingAsync(context, cancellationToken))
            {
                await ArchiveAsync(cancellationToken);
            }

            await MigrateAsync(context, cancellationToken);
        }
        finally
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({PostgresLock})", CancellationToken.None);
            await context.Database.CloseConnectionAsync();
        }
    }

    private async Task InitializeSqliteAsync(CancellationToken cancellationToken)
    {
        if (SqliteRuntime.UsesBundledLibrary)
        {
            LogBundledSqlite();
        }

        var file = new SqliteConnectionStringBuilder(options.Value.ConnectionString).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);

        // Held by this process alone and let go by its death, unlike EF Core's lock table: a row found there now is a dead one's.
        await using var migrating = await MigrationLock.AcquireAsync(file, time, cancellationToken);
        if (await look.IsCurrentAsync(cancellationToken))
        {
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync(
            "CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); DELETE FROM \"__EFMigrationsLock\"",
            cancellationToken);
        await RefuseLaterAsync(context, cancellationToken);
        if (await IsPendingAsync(context, cancellationToken))
        {
            Snapshot(file);
        }

        await MigrateAsync(context, cancellationToken);
    }

    /// <summary>Whether a database that has been in use lacks migrations of this version.</summary>
    private static async Task<bool> IsPendingAsync(DashboardDbContext context, CancellationToken cancellationToken)
    {
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        return applied.Count > 0 && context.Database.GetMigrations().Except(applied, StringComparer.Ordinal).Any();
    }

    private static Task MigrateAsync(DashboardDbContext context, CancellationToken cancellationToken) => context.Database.MigrateAsync(cancellationToken);

    private static async Task RefuseLaterAsync(DashboardDbContext context, CancellationToken cancellationToken)
    {
        var unknown = (await context.Database.GetAppliedMigrationsAsync(cancellationToken))
            .Except(context.Database.GetMigrations(), StringComparer.Ordinal)
            .FirstOrDefault();
        if (unknown is not null)
        {
            throw new InvalidOperationException(
                $"The database was made by a later version of the dashboard (it knows the migration {unknown}). Start that version, or restore a snapshot.");
        }
    }

    /// <summary>A server has no file to copy, so the snapshot is a backup in the portable form.</summary>
    /// <remarks>
    /// Where it can't be written (a read-only container without a volume for it), the log says so and the start goes on: on PostgreSQL a migration
    /// is one transaction, so one that fails leaves nothing half done, and the server's own backups are its owner's.
    /// </remarks>
    private async Task ArchiveAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(backups.Value.Folder, "snapshots");
        try
        {
            var target = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"dashboard-{time.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}.zip"));
            await archives.BackUpAsync(target, static _ => { }, cancellationToken);
            LogSnapshot(target);
            KeepLatest(folder, "*.zip");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNoSnapshot(folder, exception.Message);
        }
    }

    private static void KeepLatest(string folder, string pattern)
    {
        foreach (var old in Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal).SkipLast(KeptSnapshots))
        {
            File.Delete(old);
        }
    }

    /// <summary>Copies the database, write-ahead log included, beside the original; the oldest copies go.</summary>
    private void Snapshot(string file)
    {
        var folder = Path.Combine(Path.GetDirectoryName(file)!, "snapshots");
        Directory.CreateDirectory(folder);
        var name = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file)}-{time.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}.db");
        var target = Path.Combine(folder, name);
        using (var source = new SqliteConnection($"Data Source={file};Pooling=False"))
        using (var copy = new SqliteConnection($"Data Source={target};Pooling=False"))
        {
            source.Open();
            copy.Open();
            source.BackupDatabase(copy);
        }

        LogSnapshot(target);
        KeepLatest(folder, "*.db");
    }

    [LoggerMessage(LogLevel.Information, "Copied the database to {Path} before migrating it")]
    private partial void LogSnapshot(string path);

    [LoggerMessage(LogLevel.Warning, "No snapshot could be written to {Folder} before migrating: {Reason}")]
    private partial void LogNoSnapshot(string folder, string reason);

    [LoggerMessage(LogLevel.Warning, "No SQLite found on this system; the bundled one is old. Install libsqlite3 (Debian: apt-get install libsqlite3-0)")]
    private partial void LogBundledSqlite();
}
