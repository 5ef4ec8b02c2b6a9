using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Jobs;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.SignIn.Walls;

/// <summary>What a visitor sets going and others get the result of: it runs as the house, never as them.</summary>
public sealed class BackgroundWallsTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SharedWork_AskedForByAGuest_RunsAsTheHouse()
    {
        var scope = new ListenerScope(needsVisitor: true);
        var works = new SharedWork<string, (int?, bool)>(capacity: 1);
        using var visit = scope.Enter(7, isReadOnly: true);

        Assert.Equal((null, false), await works.GetAsync("a", async _ =>
        {
            await Task.Yield();
            return (scope.ListenerId, scope.IsReadOnly);
        }, Cancellation));
        Assert.Equal(7, scope.ListenerId);
    }

    [Fact]
    public async Task Job_BegunByAVisitor_RunsAsTheHouse_AndOnlyTheyFindIt()
    {
        await using var bench = await JobBench.CreateAsync(server);
        var seen = new TaskCompletionSource<int?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var ends = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ListenerScope scope = null!;
        var program = await bench.ProgramAsync(handlers: new ScriptedJob("look", async (_, cancellation) =>
        {
            seen.SetResult(scope.ListenerId);
            await ends.Task.WaitAsync(cancellation);
            return null;
        }));
        scope = program.Services.GetRequiredService<ListenerScope>();
        var runner = program.Services.GetRequiredService<JobRunner>();

        Guid job;
        using (scope.Enter(bench.Listener, isReadOnly: false))
        {
            job = await runner.EnqueueAsync("look", bench.Listener, "{}", Cancellation);
            Assert.NotNull(await runner.FindAsync(job, Cancellation));
        }

        Assert.Null(await seen.Task);
        using (scope.Enter(bench.Listener + 1, isReadOnly: false))
        {
            Assert.Null(await runner.FindAsync(job, Cancellation));
            Assert.Empty(await runner.ListAsync(listenerId: null, Cancellation));
            Assert.False(await runner.CancelAsync(job, Cancellation));
        }

        ends.SetResult();
        Assert.Equal(JobState.Succeeded, (await JobBench.WaitForAsync(program, job, static view => view.HasEnded)).State);
    }
}
