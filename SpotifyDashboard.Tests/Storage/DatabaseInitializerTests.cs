using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Archives;

namespace SpotifyDashboard.Tests.Storage;

/// <summary>What a start does to the database it finds.</summary>
public sealed class DatabaseInitializerTests(PostgresServer server)
{
    private const string StaleLock =
        """
        CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
        INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
        """;

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task SecondStart_OfTheSameVersion_ChangesNothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        await database.ExecuteAsync("INSERT INTO artists (spotify_id, name) VALUES ('', 'Kept')");
        var before = await SchemaReader.ReadAsync(database);

        await StartAsync(database.Process());

        Assert.Equal(before, await SchemaReader.ReadAsync(database));
        Assert.Equal("Kept", await database.ScalarAsync("SELECT name FROM artists"));
        Assert.Equal("1", await database.ScalarAsync("SELECT count(*) FROM circumstances"));
        Assert.False(Directory.Exists(Path.Combine(database.Folder, "snapshots")));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Starts_OfSeveralProcessesAtOnce_AllSucceed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(provider, server);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => StartAsync(database.Process()))).ToList());

        Assert.Equal("1", await database.ScalarAsync("SELECT count(*) FROM circumstances"));
    }

    [Fact]
    public async Task PendingMigration_OnSqlite_IsPrecededByAReadableCopy()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await database.ExecuteAsync("INSERT INTO artists (spotify_id, name) VALUES ('', 'Kept')");

        await StartAsync(LaterMigrations.Process(database));

        var snapshot = Assert.Single(Directory.GetFiles(Path.Combine(database.Folder, "snapshots")));
        await using var copy = new SqliteConnection($"Data Source={snapshot};Mode=ReadOnly;Pooling=False");
        await copy.OpenAsync(TestContext.Current.CancellationToken);
        Assert.Equal("ok", Scalar(copy, "PRAGMA integrity_check"));
        Assert.Equal("Kept", Scalar(copy, "SELECT name FROM artists"));
        Assert.Equal(0L, Scalar(copy, "SELECT count(*) FROM sqlite_master WHERE name = 'later_table'"));
        Assert.Equal("1", await database.ScalarAsync("SELECT count(*) FROM sqlite_master WHERE name = 'later_table'"));
    }

    [Fact]
    public async Task PendingMigration_OnPostgres_IsPrecededByABackupThatRestores()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres, server);
        await database.ExecuteAsync("INSERT INTO artists (spotify_id, name) VALUES ('', 'Kept')");

        await StartAsync(LaterMigrations.Process(database));

        var snapshot = Assert.Single(Directory.GetFiles(Path.Combine(database.Folder, "data", "backups", "snapshots")));
        await using var restored = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Sqlite, server);
        await restored.Services.GetRequiredService<DatabaseArchives>().RestoreAsync(snapshot, replaces: false, static _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal("Kept", await restored.ScalarAsync("SELECT name FROM artists"));
        Assert.Equal("0", await restored.ScalarAsync("SELECT COUNT(*) FROM sqlite_master WHERE name = 'later_table'"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task DatabaseOfALaterVersion_IsRefusedWithASentence(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        await StartAsync(LaterMigrations.Process(database));
        var before = await SchemaReader.ReadAsync(database);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(database.Process()));

        Assert.Contains("later version", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(LaterMigrations.LaterId, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await SchemaReader.ReadAsync(database));
    }

    [Fact]
    public async Task StaleLock_OfAStartThatWasKilled_HoldsNothingUp()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await database.ExecuteAsync(StaleLock);

        await StartAsync(LaterMigrations.Process(database)).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal("1", await database.ScalarAsync("SELECT count(*) FROM sqlite_master WHERE name = 'later_table'"));
    }

    [Fact]
    public async Task StaleLock_OfAVeryFirstStartThatWasKilled_HoldsNothingUp()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Sqlite, server);
        await database.ExecuteAsync(StaleLock);

        await StartAsync(database.Process()).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal("1", await database.ScalarAsync("SELECT count(*) FROM circumstances"));
    }

    [Fact]
    public async Task Snapshots_OfManyMigrations_AreTheLatestThree()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var folder = Directory.CreateDirectory(Path.Combine(database.Folder, "snapshots")).FullName;
        foreach (var day in (string[])["20200101T000000Z", "20200102T000000Z", "20200103T000000Z"])
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"dashboard-{day}.db"), "", TestContext.Current.CancellationToken);
        }

        await StartAsync(LaterMigrations.Process(database));

        var kept = Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(3, kept.Count);
        Assert.Equal(["dashboard-20200102T000000Z.db", "dashboard-20200103T000000Z.db"], kept.Take(2));
    }

    /// <summary>What tells a database that needs nothing would not tell it any more if the migrator knew others.</summary>
    [Fact]
    public async Task KnownMigrations_AreThoseOfTheMigrator()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await using var context = await database.OpenAsync();

        Assert.Equal(context.Database.GetMigrations(), KnownMigrations.OfProgram().Ids.Order(StringComparer.Ordinal));
        Assert.True(await database.Services.GetRequiredService<SchemaLook>().IsCurrentAsync(TestContext.Current.CancellationToken));
    }

    private static Task StartAsync(IHost process) => process.Services.PrepareDatabaseAsync(TestContext.Current.CancellationToken);

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
