namespace SpotifyDashboard.Tests.Storage;

/// <summary>Several who ask for one listener's log at the same time.</summary>
public sealed class ListeningLogsSharingTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Get_ConcurrentCallers_ShareOneLog()
    {
        await using var database = await PlaysDatabase.CreateAsync();
        await database.AddPlaysAsync(PlaysDatabase.PlayOf(1, await database.AddTrackAsync("id1", "Song"), s_noon));

        var logs = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => database.Logs.GetAsync(database.ListenerId, CancellationToken.None)));

        Assert.Single(logs.Distinct());
    }

    [Fact]
    public async Task Get_TheFirstWhoWaitedWorksOnAtOnce_TheNextGetsItsLogAllTheSame()
    {
        await using var database = await PlaysDatabase.CreateAsync();
        await database.AddPlaysAsync(PlaysDatabase.PlayOf(1, await database.AddTrackAsync("id1", "Song"), s_noon));
        using var done = new ManualResetEventSlim();

        // Not on the test's own context, which would give each its turn.
        var (busy, next) = await Task.Run(() => (GetAndWorkAsync(), database.Logs.GetAsync(database.ListenerId, TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);

        Assert.Equal(1, (await next.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)).Count);
        done.Set();
        await busy;

        async Task GetAndWorkAsync()
        {
            await database.Logs.GetAsync(database.ListenerId, TestContext.Current.CancellationToken);
            done.Wait(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Get_LoadFailed_IsTriedAgain()
    {
        await using var database = await PlaysDatabase.CreateAsync();
        var track = await database.AddTrackAsync("id1", "Song");
        await database.AddPlaysAsync(PlaysDatabase.PlayOf(1, track, s_noon));
        await database.ExecuteAsync("ALTER TABLE plays RENAME TO hidden");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.Logs.GetAsync(database.ListenerId, CancellationToken.None));
        await database.ExecuteAsync("ALTER TABLE hidden RENAME TO plays");
        var log = await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);

        Assert.Equal(1, log.Count);
    }

    [Fact]
    public async Task Get_AskedAfterAChangeWasAnnounced_ShowsItThoughALoadWasUnderWay()
    {
        await using var database = await PlaysDatabase.CreateAsync();
        var track = await database.AddTrackAsync("id1", "Song");
        var missed = 0;
        using var done = new CancellationTokenSource();
        var others = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                database.PlaysChanged.Publish(database.ListenerId);
                await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);
            }
        });

        for (var stored = 1; stored <= 60; stored++)
        {
            await database.AddPlaysAsync(PlaysDatabase.PlayOf(stored, track, s_noon.AddMinutes(stored)));
            var log = await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);
            missed += log.Count == stored ? 0 : 1;
        }

        await done.CancelAsync();
        await others;
        Assert.Equal(0, missed);
    }
}
