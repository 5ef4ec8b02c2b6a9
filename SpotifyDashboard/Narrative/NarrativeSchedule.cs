using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Narrative;

/// <summary>Lets the story of a week, month or year be written once that has ended in the listener's zone, where the listener wants it.</summary>
/// <remarks>
/// Of several periods that ended while the program was off only the latest of each kind is written. A period that ended before it was
/// wanted is not. The demo listener's stories are never written by themselves.
/// </remarks>
internal sealed partial class NarrativeSchedule(
    NarrativeChoicesStore choices, NarrativeTurns turns, NarrativeQueue queue, ListenerDirectory listeners, LeaseBook leases, TimeProvider time, ILogger<NarrativeSchedule> logger) : BackgroundService
{
    /// <summary>The last plays of a day arrive with a later poll; a story may wait for them.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromHours(3);

    private static readonly TimeSpan s_round = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_round, time);
        do
        {
            try
            {
                await RunRoundAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The loop is the outermost frame: an exception that leaves it stops the whole host.
                LogRoundFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Queues every story that is due now; where another process is at it, that one does.</summary>
    internal Task RunRoundAsync(CancellationToken cancellationToken) => leases.RunAsync("stories", LookAsync, cancellationToken);

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var listenerId in await choices.ScheduledAsync(cancellationToken))
        {
            await LookAsync(listenerId, cancellationToken);
        }
    }

    private async Task LookAsync(int listenerId, CancellationToken cancellationToken)
    {
        if (await listeners.FindAsync(listenerId, cancellationToken) is not { IsDemo: false } listener)
        {
            return;
        }

        var chosen = await choices.ReadAsync(listenerId, cancellationToken);
        var today = listener.DayAt(time.GetUtcNow() - s_grace);
        foreach (var occasion in ScheduledPeriod.Occasions)
        {
            var due = ScheduledPeriod.LatestEnded(occasion, today);
            if (chosen.WantedSince(occasion) is not { } since || listener.DayAt(since) > due.Period.To || !await turns.TakeAsync(listenerId, due, cancellationToken))
            {
                continue;
            }

            var jobId = await queue.StartAsync(listener, due, cancellationToken);
            await turns.SetJobAsync(listenerId, due, jobId, cancellationToken);
            LogQueued(occasion, due.Key, jobId);
        }
    }

    [LoggerMessage(LogLevel.Information, "Queued the {Occasion} story of {Period} as {JobId}")]
    private partial void LogQueued(NarrativeOccasion occasion, string period, Guid jobId);

    [LoggerMessage(LogLevel.Warning, "Could not look for scheduled stories that are due; the next look is due as usual")]
    private partial void LogRoundFailed(Exception exception);
}
