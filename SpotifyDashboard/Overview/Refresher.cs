using System.Threading.Channels;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Jobs;

namespace SpotifyDashboard.Overview;

/// <summary>Runs one refresh as a job, or joins the one under way, and tells its steps at a pace that eyes can follow.</summary>
internal sealed class Refresher(SyncStarter syncs, JobRunner jobs, JobsChanged jobsChanged, TimeProvider time)
{
    private static readonly TimeSpan s_shortestStep = TimeSpan.FromMilliseconds(400);

    /// <summary>News of a job that another process runs come through the database alone.</summary>
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(2);

    /// <summary>The steps, as they are read; what is being done may follow.</summary>
    public static IReadOnlyList<string> Steps { get; } = ["Syncing…", "Analyzing…"];

    /// <summary>Starts the job and waits for its end.</summary>
    /// <param name="listenerId">Whose plays.</param>
    /// <param name="onStep">Told the index of the step under way.</param>
    /// <param name="cancellationToken">Ends the waiting, not the job.</param>
    /// <returns>The job as it ended.</returns>
    public async Task<JobView> RunAsync(int listenerId, Action<int> onStep, CancellationToken cancellationToken)
    {
        var news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var subscription = jobsChanged.Subscribe(_ => news.Writer.TryWrite(true));
        await using var timer = time.CreateTimer(_ => news.Writer.TryWrite(true), state: null, s_look, s_look);
        onStep(0);
        var shown = Task.Delay(s_shortestStep, time, cancellationToken);
        var id = await syncs.StartAsync(listenerId, cancellationToken);
        for (var step = 0; ;)
        {
            var job = await jobs.FindAsync(id, cancellationToken) ?? throw new InvalidOperationException("The refresh is not known any more.");
            if (step == 0 && (job.HasEnded || job.Step?.StartsWith(Steps[1], StringComparison.Ordinal) == true))
            {
                await shown;
                onStep(++step);
                shown = Task.Delay(s_shortestStep, time, cancellationToken);
            }

            if (job.HasEnded)
            {
                await shown;
                return job;
            }

            await news.Reader.ReadAsync(cancellationToken);
        }
    }
}
