using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Jobs;

/// <summary>Carries a job's progress to open pages and into the database, at a pace that costs the work nothing.</summary>
internal sealed partial class JobReporting : IAsyncDisposable
{
    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_storePace = TimeSpan.FromSeconds(1);

    private readonly RunningJob _job;
    private readonly JobStore _store;
    private readonly JobsChanged _jobsChanged;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _loop;

    public JobReporting(RunningJob job, JobStore store, JobsChanged jobsChanged, TimeProvider time, ILogger logger)
    {
        _job = job;
        _store = store;
        _jobsChanged = jobsChanged;
        _time = time;
        _logger = logger;
        _loop = LoopAsync(_ended.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();

        // It ends by this cancellation; every other exception was logged inside.
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ended.Dispose();
    }

    private async Task LoopAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_pace, _time);
        var storedAt = _time.GetTimestamp();
        var storing = Task.CompletedTask;
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                Show();
                if (storing.IsCompleted && _time.GetElapsedTime(storedAt) >= s_storePace)
                {
                    // Beside the loop: the work itself may hold the database's write lock, and the pages must not wait for it.
                    storedAt = _time.GetTimestamp();
                    storing = Task.Run(() => StoreAsync(cancellationToken), CancellationToken.None);
                }
            }
        }
        finally
        {
            await storing;
        }
    }

    /// <summary>Stored without progress too: it is the sign of life, and how a cancellation by another process is noticed.</summary>
    private async Task StoreAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!await _store.ReportAsync(_job.View, cancellationToken))
            {
                _job.CancelByListener();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The job has ended; its end is stored by others.
        }
        catch (LeaseLostException)
        {
            // Another process has taken over, which has also cancelled the work.
        }
        catch (Exception exception)
        {
            // Progress that could not be stored once is stored the next time.
            LogFailed(exception, _job.View.Id);
        }
    }

    private void Show()
    {
        if (_job.Progress is not { } progress || (progress.Step, progress.Done, progress.Total) == (_job.View.Step, _job.View.Done, _job.View.Total))
        {
            return;
        }

        _job.View = _job.View with { Step = progress.Step, Done = progress.Done, Total = progress.Total };
        try
        {
            _jobsChanged.Publish(_job.View);
        }
        catch (Exception exception)
        {
            // A page that can't show the news is no reason to stop telling the others.
            LogFailed(exception, _job.View.Id);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The progress of the job {JobId} could not be told")]
    private partial void LogFailed(Exception exception, Guid jobId);
}
