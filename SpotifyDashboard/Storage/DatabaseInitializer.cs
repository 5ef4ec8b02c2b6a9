using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace SpotifyDashboard.Storage;

/// <summary>Brings the database to the schema of this version at start, after a snapshot copy of the file.</summary>
internal sealed partial class DatabaseInitializer(
    IDbContextFactory<DashboardDbContext> contexts,
    IOptions<DatabaseOptions> options,
    TimeProvider time,
    ILogger<DatabaseInitializer> logger)
{
    private const int KeptSnapshots = 3;

    /// <summary>Applies what is pending; does nothing where nothing is.</summary>
    /// <exception cref="InvalidOperationException">The database was made by a later version of the dashboard.</exception>
    public async Task InitializeAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Provider == DatabaseProvider.Sqlite)
        {
            await InitializeSqliteAsync(cancellationToken);
            return;
        }

        await InitializePostgresAsync(cancellationToken);
    }

    /// <summary>EF Core's own lock ends with each migration, so that a second process would begin the next one beside the first; this one holds until all are done.</summary>
    private async Task InitializePostgresAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_lock(20261123)", cancellationToken);
        try
        {
            await MigrateAsync(context, cancellationToken);
        }
        finally
        {
            await context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_unlock(20261123)", CancellationToken.None);
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
        await using var migrating = await AcquireAsync(file + ".migrating", cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync(
            "CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); DELETE FROM \"__EFMigrationsLock\"",
            cancellationToken);
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Count > 0 && context.Database.GetMigrations().Except(applied, StringComparer.Ordinal).Any())
        {
            Snapshot(file);
        }

        await MigrateAsync(context, cancellationToken);
    }

    private static async Task MigrateAsync(DashboardDbContext context, CancellationToken cancellationToken)
    {
        var unknown = (await context.Database.GetAppliedMigrationsAsync(cancellationToken))
            .Except(context.Database.GetMigrations(), StringComparer.Ordinal)
            .FirstOrDefault();
        if (unknown is not null)
        {
            throw new InvalidOperationException(
                $"The database was made by a later version of the dashboard (it knows the migration {unknown}). Start that version, or restore a snapshot.");
        }

        await context.Database.MigrateAsync(cancellationToken);
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
        foreach (var old in Directory.GetFiles(folder, "*.db").Order(StringComparer.Ordinal).SkipLast(KeptSnapshots))
        {
            File.Delete(old);
        }
    }

    private async Task<FileStream> AcquireAsync(string path, CancellationToken cancellationToken)
    {
        var patience = TimeSpan.FromMinutes(2);
        var since = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (time.GetElapsedTime(since) < patience)
            {
                // Another process of ours is migrating the same file.
                await Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Copied the database to {Path} before migrating it")]
    private partial void LogSnapshot(string path);

    [LoggerMessage(LogLevel.Warning, "No SQLite found on this system; the bundled one is old. Install libsqlite3 (Debian: apt-get install libsqlite3-0)")]
    private partial void LogBundledSqlite();
}
