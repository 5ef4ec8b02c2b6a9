using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Fills in what tracks and artists lack, most played first, in the background; each lane at its own pace.</summary>
internal sealed partial class EnrichmentService(
    IEnumerable<IEnrichmentLane> lanes,
    EnrichmentLease turn,
    LeaseScope leases,
    EnrichmentProgress progress,
    EnrichmentNews news,
    PlaysChanged playsChanged,
    TimeProvider time,
    ILogger<EnrichmentService> logger) : BackgroundService
{
    /// <summary>What happens at once (a start, an import) is let settle first.</summary>
    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan s_otherProcessWorks = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_nothingWaits = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromHours(1);

    private readonly IReadOnlyList<LaneBell> _bells = [.. lanes.Select(lane => new LaneBell(lane, time))];

    /// <summary>Has lanes that are at rest look again; one that waits for its provider goes on waiting.</summary>
    public void Wake()
    {
        foreach (var bell in _bells)
        {
            bell.Ring();
        }
    }

    /// <summary>One step of one lane.</summary>
    /// <returns>How long to wait before the next.</returns>
    public async Task<TimeSpan> StepAsync(IEnrichmentLane lane, CancellationToken cancellationToken)
    {
        if (await turn.HoldAsync(cancellationToken) is not { } lease)
        {
            progress.Set(lane.Question, LaneState.AtRest);
            return s_otherProcessWorks;
        }

        using var inside = leases.Enter(lease);
        var before = progress.Of(lane.Question);
        progress.Set(lane.Question, before with { IsWorking = true, NextTryAt = null });
        try
        {
            var asked = await lane.StepAsync(cancellationToken);
            progress.Set(lane.Question, asked > 0 ? LaneState.Working : LaneState.AtRest);
            if (asked > 0)
            {
                return TimeSpan.Zero;
            }

            await news.FlushAsync(cancellationToken);
            return s_nothingWaits;
        }
        catch (LeaseLostException)
        {
            // Noted in the log where it was refused; whoever has taken over asks the same questions.
            progress.Set(lane.Question, LaneState.AtRest);
            return s_otherProcessWorks;
        }
        catch (ProviderException exception)
        {
            return Pause(lane, before, exception);
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await turn.ReleaseAsync(cancellationToken);
        }
        catch (ObjectDisposedException)
        {
            // A test host stops what the program's own end has stopped and disposed of a moment before.
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host has no more patience: the lease ends by itself a little later.
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var bell in _bells)
        {
            bell.Dispose();
        }

        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = playsChanged.Subscribe(_ => Wake());
        await Task.WhenAll(_bells.Select(bell => RunAsync(bell, stoppingToken)));
    }

    private async Task RunAsync(LaneBell bell, CancellationToken stoppingToken)
    {
        await Task.Delay(s_settle, time, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await StepSafelyAsync(bell.Lane, stoppingToken);
            if (pause > TimeSpan.Zero && progress.Of(bell.Lane.Question).NextTryAt is null)
            {
                await bell.WaitAsync(pause, stoppingToken);
                pause = s_settle;
            }

            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, time, stoppingToken);
            }
        }
    }

    private async Task<TimeSpan> StepSafelyAsync(IEnrichmentLane lane, CancellationToken stoppingToken)
    {
        try
        {
            return await StepAsync(lane, stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // The outermost frame: an exception that leaves it stops the whole host.
            LogBroken(exception, lane.Question.Provider);
            progress.Set(lane.Question, new LaneState(IsWorking: false, 1, "Something went wrong inside; the log tells what.", time.GetUtcNow() + s_firstPause));
            return s_firstPause;
        }
    }

    private TimeSpan Pause(IEnrichmentLane lane, LaneState before, ProviderException exception)
    {
        var pause = exception.Failure is Failure.Retry or Failure.WaitUntil
            ? s_firstPause * Math.Pow(2, Math.Min(before.Failures, 6))
            : s_longestPause;
        pause = pause < s_longestPause ? pause : s_longestPause;
        var now = time.GetUtcNow();
        var next = exception.RetryAt is { } told && (told > now + pause || exception.Failure == Failure.WaitUntil) ? told : now + pause;
        next = next > now ? next : now + TimeSpan.FromSeconds(1);
        progress.Set(lane.Question, new LaneState(IsWorking: false, before.Failures + 1, exception.Message, next));
        LogPaused(lane.Question.Provider, exception.Message, next);
        return next - now;
    }

    [LoggerMessage(LogLevel.Information, "Enriching pauses at {Provider} until {NextTryAt:u}: {Reason}")]
    private partial void LogPaused(string provider, string reason, DateTimeOffset nextTryAt);

    [LoggerMessage(LogLevel.Error, "Enriching broke at {Provider}; it goes on in a minute")]
    private partial void LogBroken(Exception exception, string provider);
}
