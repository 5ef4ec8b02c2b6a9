using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Storage;

/// <summary>What another process writes reaches this one's pages.</summary>
public sealed class ChangeWatcherTests(PostgresServer server)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(50);

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task WriteOfAnotherProcess_IsToldHereAndNothingElse(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var quiet = await Rows.ListenerAsync(database);
        var listener = await Rows.ListenerAsync(database);
        var (watching, told) = await WatchAsync(database, [quiet, listener]);

        await using (var write = await database.Writer.BeginAsync(listener, Cancellation))
        {
            write.MarkAdded();
            await write.CommitAsync(Cancellation);
        }

        await WaitForAsync(told, listener);
        Assert.Equal([listener], told.Distinct());
        await watching.StopAsync(Cancellation);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ListenerThatGoes_IsToldHereAndTheirLogLetGo(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var own = await Rows.ListenerAsync(database);
        var demo = await Rows.ListenerAsync(database, isDemo: true, playsVersion: 1);
        var (watching, told) = await WatchAsync(database, [own, demo]);
        var logs = watching.Services.GetRequiredService<ListeningLogs>();
        await logs.GetAsync(demo, Cancellation);
        var gone = new ConcurrentQueue<int>();
        using var subscription = watching.Services.GetRequiredService<ListenerGone>().Subscribe(gone.Enqueue);

        await using (var write = await database.Writer.BeginAsync(own, Cancellation))
        {
            await write.EndDemoAsync(Cancellation);
            await write.CommitAsync(Cancellation);
        }

        await WaitForAsync(told, demo);
        Assert.Equal([demo], told.Distinct());
        Assert.Equal([demo], gone.Distinct());
        Assert.StartsWith("0 listening logs", logs.Describe(), StringComparison.Ordinal);
        await watching.StopAsync(Cancellation);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task CatalogueThatGrows_IsToldOnceForAllAndTouchesNoListener(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var (one, other) = (await Rows.ListenerAsync(database), await Rows.ListenerAsync(database, playsVersion: 7));
        var track = await Rows.TrackAsync(database, "Old name");
        await Rows.PlayAsync(database, other, track, 1);
        var (watching, told) = await WatchAsync(database, [one, other]);
        var logs = watching.Services.GetRequiredService<ListeningLogs>();
        var before = await logs.GetAsync(other, Cancellation);

        await using (var write = await database.Writer.BeginAsync(one, Cancellation))
        {
            await write.ExecuteAsync("UPDATE tracks SET title = 'New name'", Cancellation);
            write.MarkCatalogueChanged();
            await write.CommitAsync(Cancellation);
        }

        await WaitForAsync(told, PlaysChanged.Everybody);
        Assert.Equal([PlaysChanged.Everybody], told.Distinct());
        var after = await logs.GetAsync(other, Cancellation);
        Assert.Equal(("Old name", "New name"), (before.Catalogue.Tracks[0].Title, after.Catalogue.Tracks[0].Title));
        Assert.Equal((7, 8), (before.Version, after.Version));
        Assert.Equal("0,7", string.Join(',', (await database.RowsAsync("SELECT plays_version FROM listeners ORDER BY id")).Select(row => row[0])));
        await watching.StopAsync(Cancellation);
    }

    /// <summary>Starts another process and lets its watcher have the first look, which announces every listener.</summary>
    private static async Task<(IHost Watching, ConcurrentQueue<int> Told)> WatchAsync(TestDatabase database, int[] listeners)
    {
        var watching = database.Process(services => services.AddListeningLogs());
        var told = new ConcurrentQueue<int>();

        // Told in the order in which they subscribed: what the test waits for is told last.
        watching.Services.GetRequiredService<ListeningLogs>();
        watching.Services.GetRequiredService<PlaysChanged>().Subscribe(told.Enqueue);
        await watching.StartAsync(Cancellation);
        foreach (var listener in listeners)
        {
            await WaitForAsync(told, listener);
        }

        told.Clear();
        return (watching, told);
    }

    private static async Task WaitForAsync(ConcurrentQueue<int> told, int listener)
    {
        for (var waited = TimeSpan.Zero; !told.Contains(listener) && waited < s_patience; waited += s_step)
        {
            await Task.Delay(s_step, Cancellation);
        }

        Assert.Contains(listener, told);
    }
}
