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

    [Fact]
    public async Task ListenerThatGoes_IsToldHere()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var own = await Rows.ListenerAsync(database);
        var demo = await Rows.ListenerAsync(database, isDemo: true, playsVersion: 1);
        var (watching, told) = await WatchAsync(database, [own, demo]);

        await using (var write = await database.Writer.BeginAsync(own, Cancellation))
        {
            await write.EndDemoAsync(Cancellation);
            await write.CommitAsync(Cancellation);
        }

        await WaitForAsync(told, demo);
        Assert.Equal([demo], told.Distinct());
        await watching.StopAsync(Cancellation);
    }

    /// <summary>Starts another process and lets its watcher have the first look, which announces every listener.</summary>
    private static async Task<(IHost Watching, ConcurrentQueue<int> Told)> WatchAsync(TestDatabase database, int[] listeners)
    {
        var watching = database.Process();
        var told = new ConcurrentQueue<int>();
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
