using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Operations.Backup;

/// <summary>What a backup brings back, and when it is refused.</summary>
public sealed class RestoreTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Backup_RestoredToTheOtherProviderAndBack_IsTheSameInEveryRow(DatabaseProvider provider)
    {
        var other = provider == DatabaseProvider.Sqlite ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite;
        await using var first = await TestDatabase.CreateAsync(provider, server);
        await using var second = await TestDatabase.CreateEmptyAsync(other, server);
        await using var third = await TestDatabase.CreateEmptyAsync(provider, server);
        await BackupBench.FillAsync(first);

        await MoveAsync(first, second);
        await MoveAsync(second, third);

        Assert.Equal(await BackupBench.ContentAsync(first), await BackupBench.ContentAsync(third));
        Assert.Equal(await SchemaReader.ReadAsync(first), await SchemaReader.ReadAsync(third));

        // The next call gets a number that none ever had.
        await third.ExecuteAsync("INSERT INTO api_calls (at, endpoint_group, priority) VALUES (1, 'me', 0)");
        Assert.Equal("3", await third.ScalarAsync("SELECT MAX(id) FROM api_calls"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Restore_OverAHistory_NeedsReplaceAndKeepsWhatWasThere(DatabaseProvider provider)
    {
        await using var source = await TestDatabase.CreateAsync(provider, server);
        await BackupBench.FillAsync(source);
        var backup = Path.Combine(source.Folder, "backup.zip");
        Assert.Equal(0, (await BackupBench.BackupAsync(source.Host, backup)).Code);
        await using var target = await TestDatabase.CreateAsync(provider, server);
        await Rows.ListenerAsync(target);
        await target.ExecuteAsync("INSERT INTO artists (spotify_id, name) VALUES ('', 'Only here')");
        var before = await BackupBench.ContentAsync(target);
        target.Disconnect();

        var refused = await BackupBench.RestoreAsync(target.Host, backup);

        Assert.Equal(1, refused.Code);
        Assert.Contains("--replace", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, await BackupBench.ContentAsync(target));
        target.Disconnect();

        var (code, output, error) = await BackupBench.RestoreAsync(target.Host, backup, "--replace");

        Assert.True(code == 0, error);
        Assert.Contains("compared row by row", output, StringComparison.Ordinal);
        Assert.Equal(await BackupBench.ContentAsync(source), await BackupBench.ContentAsync(target));
        Assert.Equal("Only here", await AsideAsync(target));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Restore_WhileSomebodyIsConnected_IsRefused(DatabaseProvider provider)
    {
        await using var source = await TestDatabase.CreateAsync(provider, server);
        await BackupBench.FillAsync(source);
        var backup = Path.Combine(source.Folder, "backup.zip");
        await BackupBench.BackupAsync(source.Host, backup);
        await using var target = await TestDatabase.CreateAsync(provider, server);
        target.Disconnect();
        await using (var running = await target.OpenAsync())
        {
            await running.Database.OpenConnectionAsync(Cancellation);
            Assert.Equal(0, await running.Listeners.CountAsync(Cancellation));

            var (code, _, error) = await BackupBench.RestoreAsync(target.Host, backup);

            Assert.Equal(1, code);
            Assert.Contains("in use", error, StringComparison.Ordinal);
        }

        target.Disconnect();
        Assert.Equal(0, (await BackupBench.RestoreAsync(target.Host, backup)).Code);
    }

    [Fact]
    public async Task Backup_CutShortOrAltered_IsRefusedAndChangesNothing()
    {
        await using var source = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await BackupBench.FillAsync(source);
        var backup = Path.Combine(source.Folder, "backup.zip");
        await BackupBench.BackupAsync(source.Host, backup);
        var good = await File.ReadAllBytesAsync(backup, Cancellation);
        await using var target = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Sqlite, server);

        // From a cut within the list of entries to one in the first of them, and a byte turned in each tenth of the file.
        foreach (var spoilt in (byte[][])[good[..^10], good[..(good.Length / 2)], good[..10], [], .. Enumerable.Range(0, 10).Select(tenth => Turned(good, tenth * good.Length / 10))])
        {
            await File.WriteAllBytesAsync(backup, spoilt, Cancellation);
            var (code, output, error) = await BackupBench.RestoreAsync(target.Host, backup);
            Assert.True(code == 1 || (await SameAsync(source, target)), $"{output}{error}");
            if (code == 0)
            {
                File.Delete(Path.Combine(target.Folder, "dashboard.db"));
            }

            Assert.False(File.Exists(Path.Combine(target.Folder, "dashboard.db")));
        }
    }

    [Fact]
    public async Task Backup_OfALaterVersion_IsRefusedWithASentence()
    {
        await using var source = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await source.ExecuteAsync($"INSERT INTO \"__EFMigrationsHistory\" VALUES ('{LaterMigrations.LaterId}', '99.0')");
        var backup = Path.Combine(source.Folder, "backup.zip");
        Assert.Equal(0, (await BackupBench.BackupAsync(source.Host, backup)).Code);
        await using var target = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Sqlite, server);

        var (code, _, error) = await BackupBench.RestoreAsync(target.Host, backup);

        Assert.Equal(1, code);
        Assert.Contains("later version", error, StringComparison.Ordinal);
        Assert.Contains(LaterMigrations.LaterId, error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Backup_OfAnEarlierVersion_IsRestoredAndBroughtUpToDate(DatabaseProvider provider)
    {
        await using var source = await TestDatabase.CreateAsync(provider, server);
        await BackupBench.FillAsync(source);
        var backup = Path.Combine(source.Folder, "backup.zip");
        await BackupBench.BackupAsync(source.Host, backup);
        await using var target = await TestDatabase.CreateEmptyAsync(provider, server);

        var (code, _, error) = await BackupBench.RestoreAsync(LaterMigrations.Process(target), backup);

        Assert.True(code == 0, error);
        Assert.Equal("0", await target.ScalarAsync("SELECT COUNT(*) FROM later_table"));
        Assert.Equal("20", await target.ScalarAsync("SELECT COUNT(*) FROM plays"));
    }

    [Fact]
    public async Task Restore_OverADamagedFile_IsPossibleWithReplace()
    {
        await using var source = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await BackupBench.FillAsync(source);
        var backup = Path.Combine(source.Folder, "backup.zip");
        await BackupBench.BackupAsync(source.Host, backup);
        await using var target = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Sqlite, server);
        await File.WriteAllTextAsync(Path.Combine(target.Folder, "dashboard.db"), new string('x', 5000), Cancellation);

        Assert.Contains("--replace", (await BackupBench.RestoreAsync(target.Host, backup)).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await BackupBench.RestoreAsync(target.Host, backup, "--replace")).Code);

        Assert.Equal("20", await target.ScalarAsync("SELECT COUNT(*) FROM plays"));
        Assert.Single(Directory.GetFiles(Path.Combine(target.Folder, "snapshots")));
    }

    [Fact]
    public async Task Commands_UsedWrongly_SayHow()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var there = Path.Combine(database.Folder, "there.zip");
        await File.WriteAllTextAsync(there, "not a backup", Cancellation);

        Assert.Equal(2, (await BackupBench.BackupAsync(database.Host)).Code);
        Assert.Equal(2, (await BackupBench.RestoreAsync(database.Host)).Code);
        Assert.Equal(2, (await BackupBench.RestoreAsync(database.Host, there, "--replce")).Code);
        Assert.Equal(1, (await BackupBench.BackupAsync(database.Host, there)).Code);
        Assert.Equal(1, (await BackupBench.RestoreAsync(database.Host, there + "x")).Code);
        Assert.Contains("no backup", (await BackupBench.RestoreAsync(database.Host, there)).Error, StringComparison.Ordinal);
        Assert.Equal("not a backup", await File.ReadAllTextAsync(there, Cancellation));
    }

    private static async Task MoveAsync(TestDatabase from, TestDatabase to)
    {
        var backup = Path.Combine(from.Folder, "moved.zip");
        var (code, _, error) = await BackupBench.BackupAsync(from.Host, backup);
        Assert.True(code == 0, error);
        (code, _, error) = await BackupBench.RestoreAsync(to.Host, backup);
        Assert.True(code == 0, error);
    }

    /// <summary>Lets go of the connections that a test's own looks have left in the pool: no server runs.</summary>
    private static async Task<bool> SameAsync(TestDatabase one, TestDatabase other)
    {
        var same = (await BackupBench.ContentAsync(one)).SequenceEqual(await BackupBench.ContentAsync(other));
        SqliteConnection.ClearAllPools();
        return same;
    }

    private static byte[] Turned(byte[] bytes, int at)
    {
        var turned = bytes.ToArray();
        turned[at] ^= 0x55;
        return turned;
    }

    /// <summary>The artist that only the replaced database had.</summary>
    private static async Task<string?> AsideAsync(TestDatabase target)
    {
        const string Find = "SELECT name FROM {0}artists WHERE name = 'Only here'";
        if (target.Provider == DatabaseProvider.Postgres)
        {
            var schema = await target.ScalarAsync("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'before_restore%'");
            return await target.ScalarAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, Find, $"{schema}."));
        }

        var file = Assert.Single(Directory.GetFiles(Path.Combine(target.Folder, "snapshots")));
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Format(System.Globalization.CultureInfo.InvariantCulture, Find, "");
        return await command.ExecuteScalarAsync(Cancellation) as string;
    }
}
