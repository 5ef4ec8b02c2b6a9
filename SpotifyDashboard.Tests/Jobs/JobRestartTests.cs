using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Jobs;

/// <summary>Long work across the end of its program.</summary>
public sealed class JobRestartTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("queued")]
    [InlineData("running")]
    public async Task Job_OfADeadProcess_IsTakenUpWithItsInput(string state)
    {
        await using var bench = await JobBench.CreateAsync(server);
        var id = await bench.LeaveAsync("work", state, """{"file":"a.zip"}""", JobBench.DeadOwner);
        var handler = Quick("work");

        var program = await bench.ProgramAsync(handlers: handler);

        await JobBench.WaitForAsync(program, id, job => job.State == JobState.Succeeded);
        Assert.Equal(["""{"file":"a.zip"}"""], handler.Runs);
    }

    [Theory]
    [InlineData("work", null)]
    [InlineData("retired kind", "{}")]
    public async Task Job_ThatNobodyCanGoOnWith_IsCalledInterrupted(string kind, string? input)
    {
        await using var bench = await JobBench.CreateAsync(server);
        var id = await bench.LeaveAsync(kind, "running", input, JobBench.DeadOwner);
        var handler = Quick("work");

        var program = await bench.ProgramAsync(handlers: handler);

        var ended = await JobBench.WaitForAsync(program, id, job => job.HasEnded);
        Assert.Equal(JobState.Interrupted, ended.State);
        Assert.NotNull(ended.Message);
        Assert.Empty(handler.Runs);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Job_OfAProgramThatStops_IsTakenUpByTheNext(DatabaseProvider provider)
    {
        await using var bench = await JobBench.CreateAsync(server, provider);
        var blocked = Blocked("work");
        var first = await bench.ProgramAsync(handlers: blocked);
        var running = await first.Services.GetRequiredService<JobRunner>().EnqueueAsync("work", bench.Listener, "1", Cancellation);
        await JobBench.WaitForAsync(first, running, job => job.State == JobState.Running);
        var queued = await first.Services.GetRequiredService<JobRunner>().EnqueueAsync("work", bench.Listener, "2", Cancellation);

        await first.StopAsync(Cancellation);
        Assert.Equal("2", await bench.ScalarAsync("SELECT count(*) FROM jobs WHERE state = 'queued' AND owner IS NULL"));
        Assert.Empty(blocked.Ended);

        var handler = Quick("work");
        var second = await bench.ProgramAsync(handlers: handler);
        await JobBench.WaitForAsync(second, running, job => job.State == JobState.Succeeded);
        await JobBench.WaitForAsync(second, queued, job => job.State == JobState.Succeeded);
        Assert.Equal(["1", "2"], handler.Runs.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Job_OfALivingProgram_IsLeftToIt()
    {
        await using var bench = await JobBench.CreateAsync(server);
        var blocked = Blocked("work");
        var first = await bench.ProgramAsync(handlers: blocked);
        var running = await first.Services.GetRequiredService<JobRunner>().EnqueueAsync("work", bench.Listener, "running", Cancellation);
        await JobBench.WaitForAsync(first, running, job => job.State == JobState.Running);
        await first.Services.GetRequiredService<JobRunner>().EnqueueAsync("work", bench.Listener, "queued", Cancellation);
        var left = await bench.LeaveAsync("work", "queued", "left", owner: null);

        // Rows are looked at oldest first: once the one that was left is done, the others have been passed by.
        var handler = Quick("work");
        var second = await bench.ProgramAsync(handlers: handler);
        await JobBench.WaitForAsync(second, left, job => job.State == JobState.Succeeded);

        Assert.Equal(["left"], handler.Runs);
        Assert.Equal(["running"], blocked.Runs);
        await first.StopAsync(Cancellation);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Jobs_LeftToSeveralProgramsThatStartAtOnce_RunOnce(DatabaseProvider provider)
    {
        await using var bench = await JobBench.CreateAsync(server, provider);
        var left = new List<Guid>();
        for (var index = 0; index < 5; index++)
        {
            left.Add(await bench.LeaveAsync("work", "running", "{}", JobBench.DeadOwner));
        }

        ScriptedJob[] handlers = [Quick("work"), Quick("work"), Quick("work")];
        var programs = await Task.WhenAll(handlers.Select(handler => Task.Run(() => bench.ProgramAsync(handlers: handler))).ToList());
        foreach (var id in left)
        {
            await JobBench.WaitForAsync(programs[0], id, job => job.State == JobState.Succeeded);
        }

        Assert.Equal(left.Count, handlers.Sum(handler => handler.Runs.Count));
    }

    [Fact]
    public async Task Job_OfACommand_IsNeverTakenUpByAServer()
    {
        await using var bench = await JobBench.CreateAsync(server);
        var command = await bench.ProgramAsync(handlers: Blocked("work"));
        var run = command.Services.GetRequiredService<JobRunner>().RunAsync("work", bench.Listener, "{}", Cancellation);

        await command.StopAsync(Cancellation);
        await run;
        var handler = Quick("work");
        var program = await bench.ProgramAsync(handlers: handler);

        var ended = await JobBench.WaitForAsync(program, (await run).Id, job => job.HasEnded);
        Assert.Equal(JobState.Interrupted, ended.State);
        Assert.Empty(handler.Runs);
    }

    private static ScriptedJob Quick(string kind) => new(kind, (_, _) => Task.FromResult<object?>(null));

    private static ScriptedJob Blocked(string kind) => new(kind, async (_, cancellation) =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        return null;
    });
}
