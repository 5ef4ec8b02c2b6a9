using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Failures;
using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Jobs;

/// <summary>Runs long work beside the requests: queued, reported, cancellable, taken up again after a restart.</summary>
/// <remarks>
/// Jobs of one kind run one after the other; kinds run beside each other. The page that started a job may be closed. Whoever works on a
/// job holds its lease; what a dead or silent process held, or a stopping one let go, the next round of any runner on the database takes up.
/// </remarks>
public sealed partial class JobRunner : BackgroundService
{
    private readonly JobStore _store;
    private readonly ListenerScope _visitors;
    private readonly LeaseBook _leases;
    private readonly TimeProvider _time;
    private readonly ILogger<JobRunner> _logger;
    private readonly Dictionary<string, IJobHandler> _handlers;
    private readonly Dictionary<string, SemaphoreSlim> _turns;
    private readonly ConcurrentDictionary<Guid, RunningJob> _running = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly string _owner = LeaseHolder.Create();
    private readonly JobLife _life;
    private readonly JobsChanged _jobsChanged;

    /// <summary>How often a runner looks for jobs that nobody holds.</summary>
    private readonly TimeSpan _round;

    internal JobRunner(
        JobStore store,
        ListenerScope visitors,
        JobsChanged jobsChanged,
        IEnumerable<IJobHandler> handlers,
        LeaseBook leases,
        LeaseScope scope,
        IOptions<LeaseOptions> options,
        StorageCondition storage,
        TimeProvider time,
        ILogger<JobRunner> logger)
    {
        _store = store;
        _jobsChanged = jobsChanged;
        _visitors = visitors;
        _leases = leases;
        _round = options.Value.LeaseTime / 2;
        _time = time;
        _logger = logger;
        _handlers = handlers.ToDictionary(handler => handler.Kind, StringComparer.Ordinal);
        _turns = _handlers.Keys.ToDictionary(kind => kind, _ => new SemaphoreSlim(1, 1), StringComparer.Ordinal);
        _life = new JobLife(store, jobsChanged, scope, storage, time, logger, _owner);
    }

    /// <summary>Queues work and returns at once.</summary>
    /// <param name="kind">The <see cref="IJobHandler.Kind"/> that does it.</param>
    /// <param name="listenerId">Whose work.</param>
    /// <param name="input">What the handler needs (JSON); kept, so that the job can be taken up after a restart.</param>
    /// <param name="cancellationToken">Ends the queueing, not the job.</param>
    /// <exception cref="ArgumentException">No handler does this kind.</exception>
    public async Task<Guid> EnqueueAsync(string kind, int listenerId, string input, CancellationToken cancellationToken) =>
        (await AddAsync(kind, listenerId, input, keptInput: input, cancellationToken)).View.Id;

    /// <summary>Runs work in this process until it has ended, for commands; a server beside it shows the job but does not take it up.</summary>
    /// <returns>The job as it ended.</returns>
    /// <exception cref="ArgumentException">No handler does this kind.</exception>
    public async Task<JobView> RunAsync(string kind, int listenerId, string input, CancellationToken cancellationToken)
    {
        var running = await AddAsync(kind, listenerId, input, keptInput: null, cancellationToken);
        using var cancelled = cancellationToken.Register(running.CancelByListener);
        await running.Completion;
        return running.View;
    }

    /// <summary>Cancels a job; it ends within a moment, with what it has stored so far. Also works for a job of another process.</summary>
    /// <returns>False where there is no such job or it has ended.</returns>
    public async Task<bool> CancelAsync(Guid id, CancellationToken cancellationToken)
    {
        if (Running(id) is { } running)
        {
            running.CancelByListener();
            return !running.View.HasEnded;
        }

        // Another process notices at its next report that its row is no longer running.
        return await _store.FindAsync(id, cancellationToken) is { HasEnded: false } job
            && await _store.MoveAsync(job with { State = JobState.Cancelled }, [JobState.Queued, JobState.Running], owner: null, cancellationToken);
    }

    /// <summary>The job as it stands now, or null.</summary>
    public async Task<JobView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        Running(id)?.View ?? await _store.FindAsync(id, cancellationToken);

    /// <summary>The latest jobs of a listener, or of all, newest first.</summary>
    public async Task<IReadOnlyList<JobView>> ListAsync(int? listenerId, CancellationToken cancellationToken)
    {
        var stored = await _store.ListAsync(listenerId, cancellationToken);
        return [.. stored.Select(job => _running.TryGetValue(job.Id, out var running) ? running.View : job)];
    }

    /// <summary>Looks at a job that some process has changed: pages here show it, and where it runs here and was cancelled there, it ends.</summary>
    internal async Task NoticeAsync(Guid id, CancellationToken cancellationToken)
    {
        var stored = await _store.FindAsync(id, cancellationToken);
        if (!_running.TryGetValue(id, out var running))
        {
            if (stored is not null)
            {
                _jobsChanged.Publish(stored);
            }
        }
        else if (stored is null or { State: JobState.Cancelled })
        {
            running.CancelByListener();
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await _stopping.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // A test host stops what the program's own end has stopped and disposed of a moment before.
            return;
        }

        await Task.WhenAll(_running.Values.Select(running => running.Completion)).WaitAsync(cancellationToken);
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

    /// <summary>Takes up what nobody holds.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_round, _time);
        do
        {
            try
            {
                await TakeUpAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The loop is the outermost frame: an exception that leaves it stops the whole host.
                LogRoundFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TakeUpAsync(CancellationToken cancellationToken)
    {
        foreach (var row in await _store.UnfinishedAsync(cancellationToken))
        {
            // Who holds the lease works on it, or is about to.
            if (!_running.ContainsKey(row.Id) && await _leases.TakeAsync(LeaseName(row.Id), cancellationToken) is { } lease && !await TryResumeAsync(row, lease, cancellationToken))
            {
                await lease.DisposeAsync();
            }
        }
    }

    /// <summary>Goes on with a job of which nobody else has the lease; false where there is nothing to go on with.</summary>
    private async Task<bool> TryResumeAsync(JobRow row, Lease lease, CancellationToken cancellationToken)
    {
        // Another runner may have had it since the row was read.
        if (!await _store.ClaimAsync(row, _owner, cancellationToken))
        {
            return false;
        }

        var job = JobStore.ViewOf(row) with { State = JobState.Queued };
        if (row.Input is { } input && _handlers.ContainsKey(row.Kind))
        {
            LogResumed(row.Kind, row.Id);
            Start(Reserve(job, input, lease, canRunAgain: true));
            return true;
        }

        var interrupted = job with { State = JobState.Interrupted, Message = "The program that ran this was stopped. Start it again." };
        await _store.MoveAsync(interrupted, [JobState.Queued, JobState.Running], owner: null, cancellationToken);
        return false;
    }

    private async Task<RunningJob> AddAsync(string kind, int listenerId, string input, string? keptInput, CancellationToken cancellationToken)
    {
        if (!_handlers.ContainsKey(kind))
        {
            throw new ArgumentException($"No handler does jobs of the kind '{kind}'.", nameof(kind));
        }

        var job = JobStore.NewJob(kind, listenerId, _time.GetUtcNow());

        // Held and known as running before its row can be seen, so that no round that looks at this moment takes it up a second time.
        var lease = await _leases.TakeAsync(LeaseName(job.Id), cancellationToken) ?? throw new InvalidOperationException("A job that is new has a holder.");
        var running = Reserve(job, input, lease, canRunAgain: keptInput is not null);
        try
        {
            await _store.AddAsync(job, keptInput, _owner, cancellationToken);
        }
        catch
        {
            Forget(running);
            await lease.DisposeAsync();
            throw;
        }

        Start(running);
        return running;
    }

    private RunningJob Reserve(JobView job, string input, Lease lease, bool canRunAgain) =>
        _running[job.Id] = new RunningJob(job, input, lease, _stopping.Token) { CanRunAgain = canRunAgain };

    private void Start(RunningJob running)
    {
        // A job names its listener in every call, holds a lease of its own and outlives whoever began it: it must not run in their scope.
        using var house = ExecutionContext.SuppressFlow();
        running.Completion = Task.Run(
            async () =>
            {
                await _life.LiveAsync(running, _handlers[running.View.Kind], _turns[running.View.Kind]);
                Forget(running);
            },
            CancellationToken.None);
    }

    /// <summary>What runs in this process under that number, for those who may see it.</summary>
    private RunningJob? Running(Guid id) => _running.TryGetValue(id, out var running) && _visitors.Sees(running.View.ListenerId) ? running : null;

    private static string LeaseName(Guid id) => $"job:{id}";

    private void Forget(RunningJob running)
    {
        _running.TryRemove(running.View.Id, out _);
        running.Dispose();
    }

    [LoggerMessage(LogLevel.Information, "Taking up the {Kind} {JobId} that was left unfinished")]
    private partial void LogResumed(string kind, Guid jobId);

    [LoggerMessage(LogLevel.Warning, "Could not look for unfinished jobs; the next look is due as usual")]
    private partial void LogRoundFailed(Exception exception);
}
