using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.News;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Jobs;

/// <summary>Long work among several replicas.</summary>
public sealed class JobTakeoverTests(PostgresServer server)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Job_ThatAnotherReplicaTookOver_StoresNothingAndDoesNotEndIt(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var listener = await Rows.ListenerAsync(database);
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        IHost? program = null;
        program = Program(database, new ScriptedJob("work", async (_, _) =>
        {
            begun.SetResult();
            await goOn.Task;
            await using var write = await program!.Services.GetRequiredService<StorageWriter>().BeginAsync(listener, CancellationToken.None);
            write.MarkAdded();
            await write.CommitAsync(CancellationToken.None);
            return null;
        }));
        var runner = program.Services.GetRequiredService<JobRunner>();
        var id = await runner.EnqueueAsync("work", listener, "{}", Cancellation);
        await begun.Task.WaitAsync(s_patience, Cancellation);

        await database.ExecuteAsync("UPDATE leases SET holder = 'elsewhere/1/2026-01-01T00:00:00.0000000Z/0', fence = fence + 1");
        goOn.SetResult();
        await program.StopAsync(Cancellation);

        Assert.Equal("0", await database.ScalarAsync("SELECT plays_version FROM listeners"));
        Assert.Equal("running", await database.ScalarAsync("SELECT state FROM jobs"));
        Assert.Equal(JobState.Running, (await runner.FindAsync(id, Cancellation))?.State);
    }

    [Fact]
    public async Task Job_WhoseFilesLieOnAnotherReplica_WaitsForItAndFailsWhereItStaysAway()
    {
        await using var bench = await JobBench.CreateAsync(server);
        var elsewhere = new ScriptedJob("work", (_, _) => throw new WorkElsewhereException("The files lie elsewhere."));
        var id = await bench.LeaveAsync("work", "queued", "{}", JobBench.DeadOwner);

        var here = await bench.ProgramAsync(isStarted: true, elsewhere);
        await WaitForAsync(() => !elsewhere.Runs.IsEmpty);
        var there = await bench.ProgramAsync(isStarted: true, new ScriptedJob("work", (_, _) => Task.FromResult<object?>(null)));

        await JobBench.WaitForAsync(there, id, job => job.State == JobState.Succeeded);
        Assert.Empty(elsewhere.Ended);
        await there.StopAsync(Cancellation);
        await here.StopAsync(Cancellation);
        var old = await bench.LeaveAsync("work", "queued", "{}", JobBench.DeadOwner);
        await bench.AgeAsync(old);
        var later = await bench.ProgramAsync(isStarted: true, elsewhere);
        var failed = await JobBench.WaitForAsync(later, old, job => job.HasEnded);
        Assert.Equal((JobState.Failed, "The files lie elsewhere."), (failed.State, failed.Message));
        await later.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Job_OfAnotherReplica_IsShownHereAndCancelledThere()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres, server);
        var listener = await Rows.ListenerAsync(database);
        IHost there = Program(database, Blocked()), here = Program(database, Blocked());
        await Task.WhenAll(there.StartAsync(Cancellation), here.StartAsync(Cancellation));
        await WaitForAsync(() => here.Services.GetRequiredService<NewsLine>().IsOpen && there.Services.GetRequiredService<NewsLine>().IsOpen);
        var shown = new ConcurrentQueue<JobView>();
        using var page = here.Services.GetRequiredService<JobsChanged>().Subscribe(shown.Enqueue);

        var id = await there.Services.GetRequiredService<JobRunner>().EnqueueAsync("work", listener, "{}", Cancellation);
        await WaitForAsync(() => shown.Any(job => job.Id == id && job.State == JobState.Running));
        await here.Services.GetRequiredService<JobRunner>().CancelAsync(id, Cancellation);

        await JobBench.WaitForAsync(there, id, job => job.State == JobState.Cancelled);
        await WaitForAsync(() => shown.Any(job => job.Id == id && job.State == JobState.Cancelled));
        await Task.WhenAll(there.StopAsync(Cancellation), here.StopAsync(Cancellation));
    }

    private static IHost Program(TestDatabase database, IJobHandler handler) => database.Process(services =>
    {
        services.AddJobs();
        services.AddSingleton(handler);
    });

    private static ScriptedJob Blocked() => new("work", async (_, cancellation) =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        return null;
    });

    private static async Task WaitForAsync(Func<bool> condition)
    {
        for (var waited = TimeSpan.Zero; !condition(); waited += TimeSpan.FromMilliseconds(20))
        {
            Assert.True(waited < s_patience, "It did not come so far.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }
    }
}
