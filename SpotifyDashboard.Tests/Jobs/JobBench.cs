using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Jobs;

/// <summary>A database with one listener, and programs that run jobs on it.</summary>
internal sealed class JobBench(TestDatabase database, int listener) : IAsyncDisposable
{
    /// <summary>A holder that is gone: of this machine, with a process number that is never given.</summary>
    public static readonly string DeadOwner = $"{Environment.MachineName}/{int.MaxValue}/2026-01-01T00:00:00.0000000Z/0";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public int Listener => listener;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<JobBench> CreateAsync(PostgresServer server, DatabaseProvider? provider = null)
    {
        var database = await TestDatabase.CreateAsync(provider, server);
        return new JobBench(database, await Rows.ListenerAsync(database));
    }

    /// <summary>A program with these handlers; started, it takes up what is left over.</summary>
    public async Task<IHost> ProgramAsync(bool isStarted = true, params IJobHandler[] handlers)
    {
        var program = database.Process(services =>
        {
            services.AddJobs();
            foreach (var handler in handlers)
            {
                services.AddSingleton(handler);
            }
        });
        if (isStarted)
        {
            await program.StartAsync(Cancellation);
        }

        return program;
    }

    /// <summary>A row as a program that is gone may have left it.</summary>
    public async Task<Guid> LeaveAsync(string kind, string state, string? input, string? owner)
    {
        await using var context = await database.OpenAsync();
        var row = new JobRow
        {
            Id = Guid.NewGuid(),
            ListenerId = listener,
            Kind = kind,
            State = state,
            Input = input,
            Owner = owner,
            CreatedAt = TimeProvider.System.GetUtcNow(),
            UpdatedAt = TimeProvider.System.GetUtcNow(),
        };
        context.Jobs.Add(row);
        await context.SaveChangesAsync(Cancellation);
        return row.Id;
    }

    /// <summary>Makes a job one that was asked for long ago.</summary>
    public Task AgeAsync(Guid id) => database.ExecuteAsync($"UPDATE jobs SET created_at = 0 WHERE id = '{id.ToString().ToUpperInvariant()}'");

    public Task<string?> ScalarAsync(string sql) => database.ScalarAsync(sql);

    /// <summary>Waits until the stored or running job satisfies <paramref name="condition"/>, as <paramref name="program"/> sees it.</summary>
    public static async Task<JobView> WaitForAsync(IHost program, Guid id, Func<JobView, bool> condition)
    {
        var runner = program.Services.GetRequiredService<JobRunner>();
        for (var waited = TimeSpan.Zero; waited < s_patience; waited += TimeSpan.FromMilliseconds(20))
        {
            if (await runner.FindAsync(id, Cancellation) is { } job && condition(job))
            {
                return job;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }

        throw new TimeoutException($"The job stayed as it was: {await runner.FindAsync(id, Cancellation)}");
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
