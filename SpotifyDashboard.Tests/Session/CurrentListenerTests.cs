using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Demo;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Session;

public sealed class CurrentListenerTests(PostgresServer server)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Listener_DemoMadeAfterTheTabOpened_IsTold()
    {
        await using var database = await TestDatabase.CreateAsync(provider: null, server);
        var process = Process(database);
        await using var tab = process.Services.CreateAsyncScope();
        var listener = tab.ServiceProvider.GetRequiredService<CurrentListener>();
        Assert.Null(await listener.ReadAsync(TestContext.Current.CancellationToken));
        Assert.True(listener.IsBeingMade);
        var told = NextAsync(listener);

        await process.Services.GetRequiredService<DemoListener>().EnsureAsync(TestContext.Current.CancellationToken);

        Assert.True((await told)?.IsDemo);
    }

    [Fact]
    public async Task Listener_DemoEndedByAnOwnPlay_IsReplacedAndTheCacheIsEmpty()
    {
        await using var database = await TestDatabase.CreateAsync(provider: null, server);
        var process = Process(database);
        await process.Services.GetRequiredService<DemoListener>().EnsureAsync(TestContext.Current.CancellationToken);
        await using var tab = process.Services.CreateAsyncScope();
        var listener = tab.ServiceProvider.GetRequiredService<CurrentListener>();
        var cache = tab.ServiceProvider.GetRequiredService<SessionCache>();
        Assert.True((await listener.ReadAsync(TestContext.Current.CancellationToken))?.IsDemo);
        await cache.GetOrComputeAsync("key", _ => Task.FromResult(1), TestContext.Current.CancellationToken);
        var told = NextAsync(listener);

        var own = await process.Services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(TestContext.Current.CancellationToken);
        await using (var write = await process.Services.GetRequiredService<StorageWriter>().BeginAsync(own, TestContext.Current.CancellationToken))
        {
            await write.EndDemoAsync(TestContext.Current.CancellationToken);
            write.MarkAdded();
            await write.CommitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(own, (await told)?.Id);
        Assert.Equal(2, await cache.GetOrComputeAsync("key", _ => Task.FromResult(2), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Zone_ToldByTheBrowser_IsTakenUnlessChosen()
    {
        await using var database = await TestDatabase.CreateAsync(provider: null, server);
        var process = Process(database);
        await process.Services.GetRequiredService<DemoListener>().EnsureAsync(TestContext.Current.CancellationToken);
        await using var tab = process.Services.CreateAsyncScope();
        var listener = tab.ServiceProvider.GetRequiredService<CurrentListener>();

        await listener.TellZoneAsync("America/New_York", TestContext.Current.CancellationToken);
        var taken = listener.Profile?.TimeZone;
        await listener.TellZoneAsync("No/Such_Zone", TestContext.Current.CancellationToken);
        await database.ExecuteAsync("UPDATE listeners SET time_zone_chosen = TRUE");
        await using var second = process.Services.CreateAsyncScope();
        var other = second.ServiceProvider.GetRequiredService<CurrentListener>();
        await other.TellZoneAsync("Asia/Tokyo", TestContext.Current.CancellationToken);

        Assert.Equal(("America/New_York", "America/New_York"), (taken, other.Profile?.TimeZone));
    }

    private static Task<ListenerProfile?> NextAsync(CurrentListener listener)
    {
        var told = new TaskCompletionSource<ListenerProfile?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = listener.Subscribe(profile => told.TrySetResult(profile));
        return told.Task.WaitAsync(s_patience, TestContext.Current.CancellationToken);
    }

    private static IHost Process(TestDatabase database) => database.Process(services =>
    {
        services.AddJobs();
        services.AddDemo();
        services.AddCircuitSession();
    });
}
