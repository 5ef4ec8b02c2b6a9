using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Jobs;

/// <summary>Long work while its program lives.</summary>
public sealed class JobRunnerTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Job_ThatSucceeds_EndsWithItsResultInCamelCase(DatabaseProvider provider)
    {
        await using var bench = await JobBench.CreateAsync(server, provider);
        var handler = new ScriptedJob("count", (job, _) =>
        {
            job.Report("Counting…", 3, 4);
            return Task.FromResult<object?>(new { RowsRead = 3 });
        });
        var program = await bench.ProgramAsync(handlers: handler);

        var id = await RunnerOf(program).EnqueueAsync("count", bench.Listener, "{}", Cancellation);
        var ended = await JobBench.WaitForAsync(program, id, job => job.HasEnded);

        Assert.Equal(JobState.Succeeded, ended.State);
        Assert.Equal(("Counting…", 3L, 4L), (ended.Step, ended.Done, ended.Total));
        Assert.Equal("""{"rowsRead":3}""", ended.Result?.GetRawText());
        Assert.Equal("succeeded", await bench.ScalarAsync("SELECT state FROM jobs"));
        Assert.Null(await bench.ScalarAsync("SELECT owner FROM jobs"));
        Assert.Equal([id], handler.Ended);
        Assert.Equal(["{}"], handler.Runs);
    }

    [Fact]
    public async Task Jobs_OfOneKind_RunOneAfterTheOtherAndKindsBesideEachOther()
    {
        await using var bench = await JobBench.CreateAsync(server);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = new ScriptedJob("slow", async (_, cancellation) =>
        {
            await gate.Task.WaitAsync(cancellation);
            return null;
        });
        var program = await bench.ProgramAsync(handlers: [slow, new ScriptedJob("quick", (_, _) => Task.FromResult<object?>(null))]);
        var first = await RunnerOf(program).EnqueueAsync("slow", bench.Listener, "1", Cancellation);
        await JobBench.WaitForAsync(program, first, job => job.State == JobState.Running);

        var second = await RunnerOf(program).EnqueueAsync("slow", bench.Listener, "2", Cancellation);
        var other = await RunnerOf(program).EnqueueAsync("quick", bench.Listener, "3", Cancellation);
        await JobBench.WaitForAsync(program, other, job => job.State == JobState.Succeeded);
        Assert.Equal(JobState.Queued, (await RunnerOf(program).FindAsync(second, Cancellation))?.State);
        Assert.Equal(["1"], slow.Runs);

        gate.SetResult();
        await JobBench.WaitForAsync(program, second, job => job.State == JobState.Succeeded);
        Assert.Equal(["1", "2"], slow.Runs);
        Assert.Equal([other, second, first], (await RunnerOf(program).ListAsync(bench.Listener, Cancellation)).Select(job => job.Id));
    }

    [Fact]
    public async Task Progress_OfARunningJob_ReachesPagesAndOtherProcesses()
    {
        await using var bench = await JobBench.CreateAsync(server);
        var program = await bench.ProgramAsync(handlers: Endless());
        var beside = await bench.ProgramAsync(isStarted: false);
        var told = new ConcurrentQueue<JobView>();
        using var subscription = program.Services.GetRequiredService<JobsChanged>().Subscribe(told.Enqueue);

        var id = await RunnerOf(program).EnqueueAsync("endless", bench.Listener, "{}", Cancellation);
        var seen = await JobBench.WaitForAsync(beside, id, job => job.Done > 0);

        Assert.Equal((JobState.Running, "Working…", (long?)100), (seen.State, seen.Step, seen.Total));
        Assert.Contains(told, job => job is { State: JobState.Running, Step: "Working…", Done: > 0 });
        await program.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Cancel_OfARunningJob_EndsItAndClearsAway()
    {
        await using var bench = await JobBench.CreateAsync(server);
        var endless = Endless();
        var program = await bench.ProgramAsync(handlers: endless);
        var id = await RunnerOf(program).EnqueueAsync("endless", bench.Listener, "{}", Cancellation);
        await JobBench.WaitForAsync(program, id, job => job.State == JobState.Running);

        Assert.True(await RunnerOf(program).CancelAsync(id, Cancellation));

        await JobBench.WaitForAsync(program, id, job => job.State == JobState.Cancelled);
        Assert.Equal("cancelled", await bench.ScalarAsync("SELECT state FROM jobs"));
        await program.StopAsync(Cancellation);
        Assert.Equal([id], endless.Ended);
    }

    [Fact]
    public async Task Cancel_OfAQueuedJob_MeansItNeverRuns()
    {
        await using var bench = await JobBench.CreateAsync(server);
        var endless = Endless();
        var program = await bench.ProgramAsync(handlers: endless);
        var first = await RunnerOf(program).EnqueueAsync("endless", bench.Listener, "1", Cancellation);
        await JobBench.WaitForAsync(program, first, job => job.State == JobState.Running);
        var second = await RunnerOf(program).EnqueueAsync("endless", bench.Listener, "2", Cancellation);

        Assert.True(await RunnerOf(program).CancelAsync(second, Cancellation));

        await JobBench.WaitForAsync(program, second, job => job.State == JobState.Cancelled);
        Assert.Equal(["1"], endless.Runs);
        await program.StopAsync(Cancellation);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Cancel_ByAnotherProcess_EndsAJobThatReportsNothing(DatabaseProvider provider)
    {
        await using var bench = await JobBench.CreateAsync(server, provider);
        var silent = new ScriptedJob("silent", async (_, cancellation) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return null;
        });
        var program = await bench.ProgramAsync(handlers: silent);
        var beside = await bench.ProgramAsync(isStarted: false);
        var id = await RunnerOf(program).EnqueueAsync("silent", bench.Listener, "{}", Cancellation);
        await JobBench.WaitForAsync(beside, id, job => job.State == JobState.Running);

        Assert.True(await RunnerOf(beside).CancelAsync(id, Cancellation));

        await JobBench.WaitForAsync(program, id, job => job.State == JobState.Cancelled);
        await program.StopAsync(Cancellation);
        Assert.Equal([id], silent.Ended);
    }

    [Fact]
    public async Task Cancel_OfAnEndedOrUnknownJob_IsFalse()
    {
        await using var bench = await JobBench.CreateAsync(server);
        var program = await bench.ProgramAsync(handlers: new ScriptedJob("quick", (_, _) => Task.FromResult<object?>(null)));
        var ended = await RunnerOf(program).RunAsync("quick", bench.Listener, "{}", Cancellation);

        Assert.False(await RunnerOf(program).CancelAsync(ended.Id, Cancellation));
        Assert.False(await RunnerOf(program).CancelAsync(Guid.NewGuid(), Cancellation));
        Assert.Equal("succeeded", await bench.ScalarAsync("SELECT state FROM jobs"));
    }

    [Fact]
    public async Task Failure_WithASentence_IsToldWithTheResultSoFar()
    {
        await using var bench = await JobBench.CreateAsync(server);
        var handler = new ScriptedJob("import", (_, _) => throw new JobFailedException("The ledger does not balance.", new { Balances = false }));
        var program = await bench.ProgramAsync(handlers: handler);

        var ended = await RunnerOf(program).RunAsync("import", bench.Listener, "{}", Cancellation);

        Assert.Equal((JobState.Failed, "The ledger does not balance."), (ended.State, ended.Message));
        Assert.Equal("""{"balances":false}""", ended.Result?.GetRawText());
        Assert.Equal([ended.Id], handler.Ended);
    }

    [Fact]
    public async Task Failure_ThatNobodyExpected_FailsTheJobAlone()
    {
        await using var bench = await JobBench.CreateAsync(server);
        var program = await bench.ProgramAsync(handlers:
        [
            new ScriptedJob("broken", (_, _) => throw new InvalidOperationException("the disk is full")),
            new ScriptedJob("quick", (_, _) => Task.FromResult<object?>(null)),
        ]);

        var broken = await RunnerOf(program).RunAsync("broken", bench.Listener, "{}", Cancellation);
        var next = await RunnerOf(program).RunAsync("quick", bench.Listener, "{}", Cancellation);

        Assert.Equal((JobState.Failed, "Something went wrong: the disk is full"), (broken.State, broken.Message));
        Assert.Equal(JobState.Succeeded, next.State);
    }

    [Fact]
    public async Task Failure_WhileClearingAwayOrTellingPages_DoesNotUndoTheSuccess()
    {
        await using var bench = await JobBench.CreateAsync(server);
        var handler = new ScriptedJob("quick", (_, _) => Task.FromResult<object?>(null)) { ErrorAtEnd = new IOException("in use") };
        var program = await bench.ProgramAsync(handlers: handler);
        using var subscription = program.Services.GetRequiredService<JobsChanged>().Subscribe(_ => throw new InvalidOperationException("the page is gone"));

        var ended = await RunnerOf(program).RunAsync("quick", bench.Listener, "{}", Cancellation);

        Assert.Equal(JobState.Succeeded, ended.State);
        Assert.Equal("succeeded", await bench.ScalarAsync("SELECT state FROM jobs"));
    }

    [Fact]
    public async Task Run_OfACommandThatIsInterrupted_CancelsTheJob()
    {
        await using var bench = await JobBench.CreateAsync(server);
        var program = await bench.ProgramAsync(isStarted: false, handlers: Endless());
        using var interrupt = new CancellationTokenSource();
        using var subscription = program.Services.GetRequiredService<JobsChanged>().Subscribe(job =>
        {
            if (job is { State: JobState.Running, Done: > 0 })
            {
                interrupt.Cancel();
            }
        });

        var ended = await RunnerOf(program).RunAsync("endless", bench.Listener, "{}", interrupt.Token);

        Assert.Equal(JobState.Cancelled, ended.State);
        Assert.Equal("cancelled", await bench.ScalarAsync("SELECT state FROM jobs"));
    }

    [Fact]
    public async Task UnknownKind_IsRefusedBeforeAnythingIsStored()
    {
        await using var bench = await JobBench.CreateAsync(server);
        var program = await bench.ProgramAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => RunnerOf(program).EnqueueAsync("nothing", bench.Listener, "{}", Cancellation));

        Assert.Equal("0", await bench.ScalarAsync("SELECT count(*) FROM jobs"));
    }

    private static JobRunner RunnerOf(IHost program) => program.Services.GetRequiredService<JobRunner>();

    private static ScriptedJob Endless() => new("endless", async (job, cancellation) =>
    {
        for (var done = 1L; ; done++)
        {
            job.Report("Working…", done, 100);
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellation);
        }
    });
}
