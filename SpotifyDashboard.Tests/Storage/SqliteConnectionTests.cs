using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Storage;

/// <summary>What every connection to the SQLite file is set to.</summary>
public sealed class SqliteConnectionTests(PostgresServer server)
{
    [Theory]
    [InlineData("PRAGMA journal_mode", "wal")]
    [InlineData("PRAGMA foreign_keys", "1")]
    [InlineData("PRAGMA synchronous", "1")]
    public async Task Connection_OnceOpen_IsSetAsTheDesignSays(string pragma, string expected)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);

        Assert.Equal(expected, await database.ScalarAsync(pragma));
    }

    [Fact]
    public async Task Library_InUse_IsTheSystemsAndNotTooOld()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);

        var version = Version.Parse(Assert.IsType<string>(await database.ScalarAsync("SELECT sqlite_version()")));

        if (SqliteRuntime.UsesBundledLibrary)
        {
            House.Missing.Program("SQLite", "apt-get install libsqlite3-0");
        }

        Assert.True(version >= new Version(3, 40), $"SQLite {version} is in use.");
    }

    [Fact]
    public async Task ForeignKeys_AreEnforced()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);

        var refusal = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() =>
            database.ExecuteAsync("INSERT INTO library_tracks (listener_id, track_id, source, added_at) VALUES (7, 7, 1, 0)"));

        Assert.Contains("FOREIGN KEY", refusal.Message, StringComparison.Ordinal);
    }
}
