using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Operations.Backup;

/// <summary>Backups taken while others write.</summary>
public sealed class BackupUnderLoadTests(PostgresServer server)
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 20)]
    [InlineData(DatabaseProvider.Postgres, 5)] // twenty went well too, and take a minute
    public async Task Backup_TakenWhileOthersWrite_HoldsTheStateOfOneMoment(DatabaseProvider provider, int times)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var listener = await Rows.ListenerAsync(database);
        var track = await Rows.TrackAsync(database, "Written");
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var written = 0L;
        var writing = Task.Run(
            async () =>
            {
                while (!enough.IsCancellationRequested)
                {
                    await BackupBench.WriteAsync(database, listener, track, Interlocked.Increment(ref written));
                }
            },
            TestContext.Current.CancellationToken);

        List<(string File, long Before)> backups = [];
        for (var round = 0; round < times; round++)
        {
            var known = Interlocked.Read(ref written);
            while (Interlocked.Read(ref written) < known + 20 && !writing.IsCompleted)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), TestContext.Current.CancellationToken);
            }

            var file = Path.Combine(database.Folder, $"{round}.zip");
            backups.Add((file, Interlocked.Read(ref written) - 1));
            await BackupBench.ArchivesOf(database).BackUpAsync(file, static _ => { }, TestContext.Current.CancellationToken);
        }

        await enough.CancelAsync();
        await writing;
        foreach (var (file, before) in backups)
        {
            await using var restored = await TestDatabase.CreateEmptyAsync(provider, server);
            var (code, _, error) = await BackupBench.RestoreAsync(restored.Host, file);
            Assert.True(code == 0, error);
            var counts = Assert.Single(await restored.RowsAsync(
                "SELECT (SELECT COUNT(*) FROM plays), (SELECT COUNT(*) FROM sightings), (SELECT plays_version FROM listeners), (SELECT MAX(id) FROM plays)"));
            Assert.All(counts, count => Assert.Equal(counts[0], count));
            Assert.InRange(long.Parse(counts[0] ?? "", System.Globalization.CultureInfo.InvariantCulture), before, Interlocked.Read(ref written));
        }
    }
}
