using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest.Live;

public sealed class CallBudgetTests(PostgresServer server)
{
    private static readonly KeyValuePair<string, string?> s_forty = new("Spotify:DailyCalls", "40");

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Take_ByManyProcessesAtOnce_NeverGivesMoreThanTheQuota(DatabaseProvider provider)
    {
        await using var bench = await PollBench.CreateAsync(server, provider);
        IHost[] processes = [bench.Process(null, s_forty), bench.Process(null, s_forty), bench.Process(null, s_forty)];

        var taken = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => TryAsync(processes[i % 3], CallPriority.Login)));

        Assert.Equal(40, taken.Count(refusal => refusal is null));
        Assert.Equal(40, await bench.CountAsync("api_calls"));
        Assert.All(taken.OfType<ProviderException>(), refusal => Assert.Equal((Failure.WaitUntil, bench.Time.GetUtcNow().AddDays(1)), (refusal.Failure, refusal.RetryAt)));
    }

    [Fact]
    public async Task Take_OfMetadata_NeverTakesWhatPollingNeedsInAnyWindow()
    {
        await using var bench = await PollBench.CreateAsync(server);
        var process = bench.Process();
        var given = new List<(DateTimeOffset At, CallPriority Priority)>();
        for (var minute = 0; minute < 2 * 24 * 60; minute += 5)
        {
            // Metadata and saved tracks want all they can get, every five minutes; polls come every ten.
            foreach (var priority in (CallPriority[])[CallPriority.Metadata, CallPriority.Saved, CallPriority.Metadata])
            {
                await TakeAsync(priority);
            }

            if (minute % 10 == 0)
            {
                Assert.True(await TakeAsync(CallPriority.Poll), $"A poll was refused at minute {minute}.");
            }

            bench.Time.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.InRange(given.Count(call => call.Priority == CallPriority.Metadata), 300, 1000);
        Assert.All(given, call => Assert.InRange(given.Count(other => other.At > call.At.AddDays(-1) && other.At <= call.At), 1, 500));

        async Task<bool> TakeAsync(CallPriority priority)
        {
            if (await TryAsync(process, priority) is not null)
            {
                return false;
            }

            given.Add((bench.Time.GetUtcNow(), priority));
            return true;
        }
    }

    [Fact]
    public async Task Take_WhenRefused_SaysWhenTheNextIsFree()
    {
        await using var bench = await PollBench.CreateAsync(server);
        var process = bench.Process(null, s_forty);
        var first = bench.Time.GetUtcNow();
        while (await TryAsync(process, CallPriority.Metadata) is null)
        {
            bench.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var refusal = await TryAsync(process, CallPriority.Metadata);
        bench.Time.AdvanceTo(first.AddDays(1));

        Assert.Equal(first.AddDays(1), refusal?.RetryAt);
        Assert.Null(await TryAsync(process, CallPriority.Metadata));
        Assert.NotNull(await TryAsync(process, CallPriority.Metadata));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Block_OfEverything_HoldsInEveryProcessAndAfterARestart(DatabaseProvider provider)
    {
        await using var bench = await PollBench.CreateAsync(server, provider);
        var until = bench.Time.GetUtcNow().AddHours(20);
        var budget = bench.Process().Services.GetRequiredService<CallBudget>();
        await budget.BlockAsync(endpointGroup: null, until, "Too many requests", listenerId: null, Cancellation);
        await budget.BlockAsync(endpointGroup: null, until.AddHours(-5), "a shorter wait told at the same time", listenerId: null, Cancellation);

        var other = bench.Process();
        var refusal = await TryAsync(other, CallPriority.Login);
        var view = await other.Services.GetRequiredService<CallBudget>().ReadAsync(Cancellation);
        bench.Time.AdvanceTo(until);

        Assert.Equal(until, refusal?.RetryAt);
        Assert.Equal((until, 0, "Too many requests"), (view.BlockedUntil, view.Left, view.Why));
        Assert.Null(await TryAsync(other, CallPriority.Poll));
    }

    [Fact]
    public async Task Block_OfOneGroup_LeavesTheOthersAlone()
    {
        await using var bench = await PollBench.CreateAsync(server);
        var process = bench.Process();
        await process.Services.GetRequiredService<CallBudget>().BlockAsync("tracks", bench.Time.GetUtcNow().AddMinutes(5), "slow down", listenerId: null, Cancellation);

        Assert.NotNull(await TryAsync(process, CallPriority.Metadata, "tracks"));
        Assert.Null(await TryAsync(process, CallPriority.Poll, "recently-played"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Take_ByAListenerWithAnAppOfTheirOwn_IsCountedAndBlockedApart(DatabaseProvider provider)
    {
        await using var bench = await PollBench.CreateAsync(server, provider);
        var own = await bench.ConnectAsync(bench.World.AddUser("jon", "Jon"));
        await bench.Database.ExecuteAsync($"INSERT INTO spotify_apps (listener_id, client_id, stored_at) VALUES ({own}, 'an-app-of-jons', 0)");
        var process = bench.Process(null, s_forty);
        var budget = process.Services.GetRequiredService<CallBudget>();
        for (var call = 0; call < 40; call++)
        {
            Assert.Null(await TryAsync(process, CallPriority.Login, listener: own));
        }

        Assert.NotNull(await TryAsync(process, CallPriority.Login, listener: own));
        Assert.Null(await TryAsync(process, CallPriority.Login, listener: bench.Listener));
        await budget.BlockAsync(endpointGroup: null, bench.Time.GetUtcNow().AddHours(30), "Too many requests", own, Cancellation);
        bench.Time.Advance(TimeSpan.FromHours(25));
        var (theirs, shared) = (await budget.ReadAsync(own, Cancellation), await budget.ReadAsync(bench.Listener, Cancellation));

        Assert.NotNull(await TryAsync(process, CallPriority.Poll, listener: own));
        Assert.Null(await TryAsync(process, CallPriority.Poll));
        Assert.Equal((true, 0, "Too many requests"), (theirs.IsOwnApp, theirs.Left, theirs.Why));
        Assert.Equal((false, 40, (string?)null), (shared.IsOwnApp, shared.Left, shared.Why));
        Assert.Equal(1, (await budget.LeftForAsync(CallPriority.Poll, own, Cancellation)).Sharers);
        Assert.Equal(1, (await budget.LeftForAsync(CallPriority.Poll, bench.Listener, Cancellation)).Sharers);
    }

    [Fact]
    public async Task Calls_OlderThanTheWindow_AreForgottenAndTheViewCountsTheRest()
    {
        await using var bench = await PollBench.CreateAsync(server);
        var process = bench.Process();
        await TryAsync(process, CallPriority.Poll);
        bench.Time.Advance(TimeSpan.FromHours(26));
        await TryAsync(process, CallPriority.Saved, "saved-tracks");
        await TryAsync(process, CallPriority.Poll);
        await TryAsync(process, CallPriority.Poll);

        var view = await process.Services.GetRequiredService<CallBudget>().ReadAsync(Cancellation);

        Assert.Equal(3, await bench.CountAsync("api_calls"));
        Assert.Equal((500, 3, 497), (view.Limit, view.Used, view.Left));
        Assert.Equal([new BudgetGroup("recently-played", 2), new BudgetGroup("saved-tracks", 1)], view.Groups);
    }

    private static async Task<ProviderException?> TryAsync(IHost process, CallPriority priority, string group = "recently-played", int? listener = null)
    {
        try
        {
            var budget = process.Services.GetRequiredService<ICallBudget>();
            await budget.CompleteAsync(await budget.TakeAsync(new BudgetedCall(group, priority) { ListenerId = listener }, Cancellation), 200, Cancellation);
            return null;
        }
        catch (ProviderException refusal)
        {
            return refusal;
        }
    }
}
