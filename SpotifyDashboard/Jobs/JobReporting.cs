namespace SpotifyDashboard.Jobs;

/// <summary>Carries a job's progress to open pages and into the database, at a pace that costs the work nothing.</summary>
internal sealed class JobReporting : IAsyncDisposable
{
    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_storePace = TimeSpan.FromSeconds(1);

    private readonly RunningJob _running;
    private readonly JobStore _store;
    private readonly JobsChanged _jobsChanged;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _loop;

    public JobReporting(RunningJob running, JobStore store, JobsChanged jobsChanged, TimeProvider time)
    {
        _running = running;
        _store = store;
        _jobsChanged = jobsChanged;
        _time = time;
        _loop = LoopAsync(_ended.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ended.Dispose();
    }

    private async Task LoopAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_pace, _time);
        JobProgress? shown = null;
        var storedAt = _time.GetTimestamp();
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            var progress = _running.Progress;
            if (progress is null || ReferenceEquals(progress, shown))
            {
                continue;
            }

            shown = progress;
            _running.View = _running.View with { Step = progress.Step, Done = progress.Done, Total = progress.Total };
            _jobsChanged.Publish(_running.View);
            if (_time.GetElapsedTime(storedAt) >= s_storePace)
            {
                storedAt = _time.GetTimestamp();
                if (!await _store.ReportAsync(_running.View, cancellationToken))
                {
                    _running.CancelByListener();
                }
            }
        }
    }
}
