using System.Threading.Channels;
using SpotifyDashboard.Jobs;

namespace SpotifyDashboard.Overview;

/// <summary>Runs one refresh as a job and tells its steps at a pace that eyes can follow.</summary>
internal sealed class Refresher(JobRunner jobs, JobsChanged jobsChanged, TimeProvider time)
{
    public const string JobKind = "sync";

    private static readonly TimeSpan s_shortestStep = TimeSpan.FromMilliseconds(400);

    /// <summary>The steps, as they are read.</summary>
    public static IReadOnlyList<string> Steps { get; } = ["Syncing…", "Analyzing…"];

    /// <summary>Starts the job and waits for its end.</summary>
    /// <param name="listenerId">Whose plays.</param>
    /// <param name="onStep">Told the index of the step under way.</param>
    /// <param name="cancellationToken">Ends the waiting, not the job.</param>
    /// <returns>The job as it ended.</returns>
    public async Task<JobView> RunAsync(int listenerId, Action<int> onStep, CancellationToken cancellationToken)
    {
        var news = Channel.CreateUnbounded<JobView>();
        using var subscription = jobsChanged.Subscribe(job => news.Writer.TryWrite(job));
        onStep(0);
        var shown = Task.Delay(s_shortestStep, time, cancellationToken);
        var id = await jobs.EnqueueAsync(JobKind, listenerId, "{}", cancellationToken);
        var step = 0;
        await foreach (var job in news.Reader.ReadAllAsync(cancellationToken))
        {
            if (job.Id != id)
            {
                continue;
            }

            if (step == 0 && (job.HasEnded || job.Step == Steps[1]))
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
        }

        throw new InvalidOperationException("The news of jobs ended before the refresh did.");
    }
}
