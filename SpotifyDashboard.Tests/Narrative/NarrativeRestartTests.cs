using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Narrative;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Jobs;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Narrative;

/// <summary>Stories whose program died in the middle, or was slower than another.</summary>
public sealed class NarrativeRestartTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Job_OfAProgramKilledBeforeItStored_IsBegunAnew(DatabaseProvider provider)
    {
        await using var bench = await StoryBench.CreateAsync(server, provider);
        var id = await LeaveAsync(bench);
        var maker = new ScriptedMaker();

        await FinishAsync(bench, maker, id);

        Assert.Single(maker.Written);
        Assert.Equal(id.ToString(), (await bench.Database.ScalarAsync("SELECT id FROM narratives"))?.ToLowerInvariant());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Job_OfAProgramKilledAfterItStored_IsNotWrittenAgain(DatabaseProvider provider)
    {
        await using var bench = await StoryBench.CreateAsync(server, provider);
        var id = await LeaveAsync(bench);
        await bench.Program().Services.GetRequiredService<NarrativeStore>().AddAsync(bench.Story() with { Id = id }, Cancellation);
        var maker = new ScriptedMaker();

        var ended = await FinishAsync(bench, maker, id);

        Assert.Empty(maker.Written);
        Assert.Equal(id, ended.Result?.GetProperty("narrativeId").GetGuid());
        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT count(*) FROM narratives"));
    }

    [Fact]
    public async Task Job_WhosePeriodAnotherProcessWroteMeanwhile_NamesThatStory()
    {
        await using var bench = await StoryBench.CreateAsync(server);
        var others = bench.Story();
        var store = bench.Program().Services.GetRequiredService<NarrativeStore>();
        var maker = new ScriptedMaker { Writing = (_, cancellation) => store.AddAsync(others, cancellation) };
        var input = new NarrativeJobInput(
            From: null, To: null, NarrativeTone.Professional, "en", WithNames: true, NarrativeConsent.None, others.Occasion, others.PeriodKey, new DateOnly(2026, 4, 1), PlaysVersion: 1);
        var id = await new JobBench(bench.Database, bench.Listener).LeaveAsync(NarrativeJob.JobKind, "queued", input.ToJson(), JobBench.DeadOwner);

        var ended = await FinishAsync(bench, maker, id);

        Assert.Single(maker.Written);
        Assert.Equal(others.Id, ended.Result?.GetProperty("narrativeId").GetGuid());
        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT count(*) FROM narratives"));
    }

    /// <summary>The row of a job whose program died while it ran.</summary>
    private static async Task<Guid> LeaveAsync(StoryBench bench)
    {
        var input = new NarrativeJobInput(
            From: null, To: null, NarrativeTone.Professional, "en", WithNames: true, NarrativeConsent.ThisOnce, NarrativeOccasion.Hand, PeriodKey: null, new DateOnly(2026, 11, 21), PlaysVersion: 1);
        return await new JobBench(bench.Database, bench.Listener).LeaveAsync(NarrativeJob.JobKind, "running", input.ToJson(), JobBench.DeadOwner);
    }

    /// <summary>Starts a program, which takes up what is left, and waits for the job.</summary>
    private static async Task<JobView> FinishAsync(StoryBench bench, ScriptedMaker maker, Guid id)
    {
        var program = bench.Program(maker);
        await program.StartAsync(Cancellation);
        var ended = await JobBench.WaitForAsync(program, id, static job => job.HasEnded);
        await program.StopAsync(Cancellation);
        Assert.Equal(JobState.Succeeded, ended.State);
        return ended;
    }
}
