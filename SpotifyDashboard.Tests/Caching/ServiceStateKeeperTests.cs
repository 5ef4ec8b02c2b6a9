using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Caching;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Caching;

public sealed class ServiceStateKeeperTests(PostgresServer server)
{
    private readonly DrivenTime _time = new();

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task States_AreStoredWhenTheyChangeAndAtTheEndAndRecalled(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var first = Process(database);
        var keeper = first.GetServices<IHostedService>().OfType<ServiceStateKeeper>().Single();
        await keeper.StartAsync(Cancellation);
        await _time.WaitForTimersAsync(1, Cancellation);
        var states = first.GetRequiredService<ServiceStates>();

        states.Failed("reccobeats", "ReccoBeats could not be reached.", nextTryAt: null);
        var failedAt = _time.GetUtcNow();
        await UntilAsync(async () => await database.ScalarAsync("SELECT last_failure FROM service_states") == "ReccoBeats could not be reached.");
        _time.Advance(TimeSpan.FromSeconds(5));
        states.Succeeded("reccobeats");
        _time.Advance(TimeSpan.FromSeconds(5));
        states.Succeeded("reccobeats");
        var succeededAt = _time.GetUtcNow();
        await keeper.StopAsync(Cancellation);

        var second = Process(database);
        await second.GetServices<IHostedService>().OfType<ServiceStateKeeper>().Single().StartAsync(Cancellation);
        await UntilAsync(() => Task.FromResult(second.GetRequiredService<ServiceStates>().All.Count == 1));
        Assert.Equal(
            new ServiceStatus("reccobeats") { LastFailureAt = failedAt, LastFailure = "ReccoBeats could not be reached.", LastSuccessAt = succeededAt },
            second.GetRequiredService<ServiceStates>().Of("reccobeats"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Start_WhileTheDatabaseAnswersWithErrors_EndsNothingAndRecallsLater(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        await database.ExecuteAsync("INSERT INTO service_states (service, last_failure) VALUES ('lrclib', 'LRCLIB could not be reached.')");
        await database.ExecuteAsync("ALTER TABLE service_states RENAME TO service_states_away");
        var process = Process(database);
        var keeper = process.GetServices<IHostedService>().OfType<ServiceStateKeeper>().Single();

        await keeper.StartAsync(Cancellation);
        await _time.WaitForTimersAsync(1, Cancellation);
        await database.ExecuteAsync("ALTER TABLE service_states_away RENAME TO service_states");
        _time.Advance(TimeSpan.FromMinutes(1));

        await UntilAsync(() => Task.FromResult(process.GetRequiredService<ServiceStates>().All.Count == 1));
        Assert.False(keeper.ExecuteTask?.IsCompleted);
        await keeper.StopAsync(Cancellation);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), Cancellation);
        }
    }

    private IServiceProvider Process(TestDatabase database) => database.Process(services =>
    {
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton<ServiceStates>();
        services.AddCaching();
    }).Services;
}
