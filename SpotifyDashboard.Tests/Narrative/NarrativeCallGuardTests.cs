using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Narrative;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Narrative;

/// <summary>The count of model calls per listener and local day.</summary>
public sealed class NarrativeCallGuardTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Calls_OfTwoProcessesAtOnce_AreNeverMoreThanAllowed(DatabaseProvider provider)
    {
        await using var bench = await StoryBench.CreateAsync(server, provider);
        var guards = new[] { bench.Program(), bench.Program() }.Select(program => program.Services.GetRequiredService<NarrativeCallGuard>()).ToList();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(call => Task.Run(() => guards[call % 2].TakeAsync(bench.Listener, Cancellation))));

        Assert.Equal(20, answers.Count(answer => answer is null));
        Assert.All(answers.Where(answer => answer is not null), answer => Assert.Equal("All 20 calls of the model for today are used; more are free tomorrow.", answer));
        Assert.Equal(new NarrativeCalls(20, 20), await guards[0].ReadAsync(bench.Listener, Cancellation));
    }

    [Fact]
    public async Task Calls_OfAnotherListener_AreCountedApart()
    {
        await using var bench = await StoryBench.CreateAsync(server);
        var other = await Rows.ListenerAsync(bench.Database);
        var guard = bench.Program(callsPerDay: 1).Services.GetRequiredService<NarrativeCallGuard>();

        Assert.Null(await guard.TakeAsync(bench.Listener, Cancellation));
        Assert.NotNull(await guard.TakeAsync(bench.Listener, Cancellation));
        Assert.Null(await guard.TakeAsync(other, Cancellation));
        Assert.NotNull(await guard.TakeAsync(other + 1, Cancellation));
    }

    [Fact]
    public async Task Calls_AfterMidnightOfTheListener_AreFreeAgain()
    {
        await using var bench = await StoryBench.CreateAsync(server);
        await bench.SetZoneAsync("Pacific/Auckland");
        var time = new DrivenTime(new DateTimeOffset(2026, 11, 21, 10, 59, 0, TimeSpan.Zero)); // 23:59 in Auckland
        var guard = bench.Program(time: time, callsPerDay: 1).Services.GetRequiredService<NarrativeCallGuard>();
        Assert.Null(await guard.TakeAsync(bench.Listener, Cancellation));
        Assert.NotNull(await guard.TakeAsync(bench.Listener, Cancellation));

        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, (await guard.ReadAsync(bench.Listener, Cancellation)).Left);
        Assert.Null(await guard.TakeAsync(bench.Listener, Cancellation));
        Assert.NotNull(await guard.TakeAsync(bench.Listener, Cancellation));
    }

    [Fact]
    public async Task Calls_OfDeletedStories_AreNotGivenBack()
    {
        await using var bench = await StoryBench.CreateAsync(server);
        var services = bench.Program(callsPerDay: 1).Services;
        var story = bench.Story();
        await services.GetRequiredService<NarrativeStore>().AddAsync(story, Cancellation);
        await services.GetRequiredService<NarrativeCallGuard>().TakeAsync(bench.Listener, Cancellation);

        await services.GetRequiredService<NarrativeService>().DeleteAsync(bench.Listener, story.Id, Cancellation);

        Assert.NotNull(await services.GetRequiredService<NarrativeCallGuard>().TakeAsync(bench.Listener, Cancellation));
    }

    [Fact]
    public async Task Calls_WhereNoneIsAllowed_AreRefusedWithTheSetting()
    {
        await using var bench = await StoryBench.CreateAsync(server);
        var guard = bench.Program(callsPerDay: 0).Services.GetRequiredService<NarrativeCallGuard>();

        Assert.Contains("Narrative:CallsPerDay", await guard.TakeAsync(bench.Listener, Cancellation), StringComparison.Ordinal);
    }
}
