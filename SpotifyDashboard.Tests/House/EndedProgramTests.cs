using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.House;

/// <summary>What a program leaves in a process that outlives it. A timer that nobody stops keeps all of it, and goes on working.</summary>
public sealed class EndedProgramTests
{
    private const int Programs = 6;

    [Fact]
    public async Task Programs_ThatEnded_AreForgotten()
    {
        List<WeakReference> ended = [];
        for (var number = 0; number < Programs; number++)
        {
            ended.Add(await Task.Run(RunAsync, TestContext.Current.CancellationToken));
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        // Threads and timers of the runtime itself remember the context in which they were first needed.
        Assert.InRange(ended.Count(static program => program.IsAlive), 0, Programs / 2);
    }

    private static async Task<WeakReference> RunAsync()
    {
        await using var host = new ApiHost { Settings = { ["Access:Mode"] = "Accounts" } };
        using var client = host.CreateClient();
        using var answer = await client.GetAsync(new Uri("/api/users/me", UriKind.Relative), TestContext.Current.CancellationToken);
        return new WeakReference(host.Services);
    }
}
