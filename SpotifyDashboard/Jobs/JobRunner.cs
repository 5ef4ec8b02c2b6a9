using System.Collections.Concurrent;
using System.Text.Json;

namespace SpotifyDashboard.Jobs;

/// <summary>Runs long work beside the requests: queued, reported, cancellable, taken up again after a restart.</summary>
/// <remarks>Jobs of one kind run one after the other; kinds run beside each other. The page that started a job may be closed.</remarks>
public sealed partial class JobRunner : BackgroundService
{
    private readonly JobStore _store;
    private readonly JobsChanged _jobsChanged;
    private readonly TimeProvider _time;
    private readonly ILogger<JobRunner> _logger;
    private readonly Dictionary<string, IJobHandler> _handlers;
    private readonly Dictionary<string, SemaphoreSlim> _turns;
    private readonly ConcurrentDictionary<Guid, RunningJob> _running = new();
    private readonly CancellationTokenSource _stopping = new();

    internal JobRunner(JobStore store, JobsChanged jobsChanged, IEnumerable<IJobHandler> handlers, TimeProvider time, ILogger<JobRunner> logger)
    {
        _store = store;
        _jobsChanged = jobsChanged;
        _time = time;
        _logger = logger;
        _handlers = handlers.ToDictionary(handler => handler.Kind, StringComparer.Ordinal);
        _turns = _handlers.Keys.ToDictionary(kind => kind, _ => new SemaphoreSlim(1, 1), StringComparer.Ordinal);
    }

    /// <summary>Queues work and returns at once.</summary>
    /// <param name="kind">The <see cref="IJobHandler.Kind"/> that does it.</param>
    /// <param name="listenerId">Whose work.</param>
    /// <param name="input">What the handler needs (JSON); kept, so that the job can be taken up after a restart.</param>
    /// <param name="cancellationToken">Ends the queueing, not the job.</param>
    public async Task<Guid> EnqueueAsync(string kind, int listenerId, string input, CancellationToken cancellationToken)
    {
        var job = await _store.AddAsync(kind, listenerId, input, JobState.Queued, owner: null, cancellationToken);
        Start(job, input);
        return job.Id;
    }

    /// <summary>Runs work in this process until it has ended, for commands; a server beside it shows the job but does not take it up.</summary>
    /// <returns>The job as it ended.</returns>
    public async Task<JobView> RunAsync(string kind, int listenerId, string input, CancellationToken cancellationToken)
    {
        var job = await _store.AddAsync(kind, listenerId, input: null, JobState.Queued, JobOwner.Current, cancellationToken);
        using var cancelled = cancellationToken.Register(() => _running.GetValueOrDefault(job.Id)?.CancelByListener());
        await Start(job, input).Completion;
        return await _store.FindAsync(job.Id, CancellationToken.None)
            ?? throw new InvalidOperationException($"The job {job.Id} was deleted while it ran.");
    }

    /// <summary>Cancels a job; it ends within a moment, with what it has stored so far. Also works for a job of another process.</summary>
    /// <returns>False where there is no such job or it has ended.</returns>
    public async Task<bool> CancelAsync(Guid id, CancellationToken cancellationToken)
    {
        if (_running.TryGetValue(id, out var running))
        {
            running.CancelByListener();
            return true;
        }

        // Another process notices at its next report that its row is no longer running.
        return await _store.FindAsync(id, cancellationToken) is { HasEnded: false } job
            && await _store.MoveAsync(job with { State = JobState.Cancelled }, [JobState.Queued, JobState.Running], owner: null, cancellationToken);
    }

    /// <summary>The job as it stands now, or null.</summary>
    public async Task<JobView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        _running.TryGetValue(id, out var running) ? running.View : await _store.FindAsync(id, cancellationToken);

    /// <summary>The latest jobs of a listener, or of all, newest first.</summary>
    public async Task<IReadOnlyList<JobView>> ListAsync(int? listenerId, CancellationToken cancellationToken)
    {
        var stored = await _store.ListAsync(listenerId, cancellationToken);
        return [.. stored.Select(job => _running.TryGetValue(job.Id, out var running) ? running.View : job)];
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // A host under test is stopped twice, by the test and by its own shutdown, and the first may have disposed of this already.
        if (!_stopping.IsCancellationRequested)
        {
            await _stopping.CancelAsync();
        }

        await Task.WhenAll(_running.Values.Select(running => running.Completion)).WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _stopping.Dispose();
        foreach (var turn in _turns.Values)
        {
            turn.Dispose();
        }

        base.Dispose();
    }

    /// <summary>Takes up what a dead process left.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var row in await _store.UnfinishedAsync(stoppingToken))
        {
            if (_running.ContainsKey(row.Id) || JobOwner.MayBeAlive(row.Owner))
            {
                continue;
            }

            var job = JobStore.ViewOf(row);
            if (row.Input is { } input && _handlers.ContainsKey(row.Kind))
            {
                LogResumed(row.Kind, row.Id);
                Start(job, input);
            }
            else
            {
                var interrupted = job with { State = JobState.Interrupted, Message = "The program that ran this was stopped. Start it again." };
                await _store.MoveAsync(interrupted, [JobState.Queued, JobState.Running], owner: null, stoppingToken);
            }
        }
    }

    private RunningJob Start(JobView job, string input)
    {
        if (!_handlers.TryGetValue(job.Kind, out var handler))
        {
            throw new ArgumentException($"No handler does jobs of the kind '{job.Kind}'.", nameof(job));
        }

        var running = new RunningJob(job, input, _stopping.Token);
        _running[job.Id] = running;
        running.Completion = Task.Run(() => LiveAsync(running, handler), CancellationToken.None);
        return running;
    }

    private async Task LiveAsync(RunningJob running, IJobHandler handler)
    {
        try
        {
            var turn = _turns[handler.Kind];
            await turn.WaitAsync(running.Token);
            try
            {
                await WorkAsync(running, handler);
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException) when (running.Token.IsCancellationRequested)
        {
            await EndAsync(running, handler, JobState.Cancelled, message: null, result: null);
        }
        catch (JobFailedException exception)
        {
            await EndAsync(running, handler, JobState.Failed, exception.Message, exception.Result);
        }
        catch (Exception exception)
        {
            // The outermost frame of the job: whatever went wrong is told to the listener and the log, and ends nothing else.
            LogFailed(exception, handler.Kind, running.View.Id);
            await EndAsync(running, handler, JobState.Failed, $"Something went wrong: {exception.Message}", result: null);
        }
        finally
        {
            _running.TryRemove(running.View.Id, out _);
            _jobsChanged.Publish(running.View);
            running.Dispose();
        }
    }

    private async Task WorkAsync(RunningJob running, IJobHandler handler)
    {
        running.View = running.View with { State = JobState.Running };
        if (!await _store.MoveAsync(running.View, [JobState.Queued, JobState.Running], JobOwner.Current, running.Token))
        {
            running.CancelByListener();
            running.Token.ThrowIfCancellationRequested();
        }

        _jobsChanged.Publish(running.View);
        object? result;
        await using (new JobReporting(running, _store, _jobsChanged, _time))
        {
            var context = new JobContext(running.View.Id, running.View.ListenerId, running.Input, progress => running.Progress = progress);
            result = await handler.RunAsync(context, running.Token);
        }

        await EndAsync(running, handler, JobState.Succeeded, message: null, result);
    }

    private async Task EndAsync(RunningJob running, IJobHandler handler, JobState state, string? message, object? result)
    {
        if (state == JobState.Cancelled && !running.WasCancelledByListener)
        {
            // The program stops: the row stays as it is, and the next start takes the job up.
            return;
        }

        var last = running.Progress;
        running.View = running.View with
        {
            State = state,
            Message = message,
            Step = last?.Step ?? running.View.Step,
            Done = last?.Done ?? running.View.Done,
            Total = last?.Total ?? running.View.Total,
            Result = result is null ? null : JsonSerializer.SerializeToElement(result, JsonSerializerOptions.Web),
        };
        await _store.MoveAsync(running.View, [JobState.Queued, JobState.Running, JobState.Cancelled], owner: null, CancellationToken.None);
        await handler.EndedAsync(new JobContext(running.View.Id, running.View.ListenerId, running.Input, static _ => { }));
    }

    [LoggerMessage(LogLevel.Information, "Taking up the {Kind} {JobId} that was left unfinished")]
    private partial void LogResumed(string kind, Guid jobId);

    [LoggerMessage(LogLevel.Error, "The {Kind} {JobId} failed")]
    private partial void LogFailed(Exception exception, string kind, Guid jobId);
}
