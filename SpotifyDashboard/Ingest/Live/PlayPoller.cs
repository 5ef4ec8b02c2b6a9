using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.Storage.Failures;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Wakes every <c>Ingest:WakeEvery</c>, and when somebody has logged in, and polls the listeners who are due.</summary>
internal sealed partial class PlayPoller(
    ListenerPoll poll,
    PollTurns turns,
    CallBudget budget,
    AccountConnected connected,
    StorageCondition storage,
    IOptions<IngestOptions> options,
    TimeProvider time,
    ILogger<PlayPoller> logger)
    : BackgroundService
{
    /// <summary>Polls side by side. A poll takes a fifth of a second, most of it waiting: sixteen serve ten thousand listeners within a few seconds of each wake.</summary>
    private const int Lanes = 16;

    /// <summary>Rounds that may be under way at once: a poll that is stuck is given up after two minutes, and wakes come every minute.</summary>
    private const int Rounds = 3;

    private readonly SemaphoreSlim _lanes = new(Lanes, Lanes);

    /// <summary>Whom this process polls just now; a later round passes them by.</summary>
    private readonly ConcurrentDictionary<int, bool> _underWay = new();

    /// <summary>Wakes the loop; more than one call while it is busy is one.</summary>
    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Looks now rather than at the next wake.</summary>
    public void Wake() => _calls.Writer.TryWrite(true);

    /// <inheritdoc/>
    public override void Dispose()
    {
        _lanes.Dispose();
        base.Dispose();
    }

    /// <summary>Polls everyone who is due and whose app has calls left, side by side: one who is stuck or fails does not hold up the others.</summary>
    /// <returns>How many were polled.</returns>
    /// <exception cref="AggregateException">Polls broke in a way nobody foresaw; the others were made all the same.</exception>
    public async Task<int> PollDueAsync(CancellationToken cancellationToken)
    {
        var polled = 0;
        var faults = new ConcurrentQueue<Exception>();
        var lanes = new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = cancellationToken };
        var waiting = (await turns.DueAsync(cancellationToken)).Where(poll => !_underWay.ContainsKey(poll.ListenerId)).ToList();
        await Parallel.ForEachAsync(await PayableAsync(waiting, cancellationToken), lanes, async (due, token) =>
        {
            try
            {
                if (await PollInLaneAsync(due.ListenerId, token))
                {
                    Interlocked.Increment(ref polled);
                }
            }
            catch (Exception exception) when (!token.IsCancellationRequested)
            {
                faults.Enqueue(exception);
            }
        });
        return faults.IsEmpty ? polled : throw new AggregateException(faults);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = connected.Subscribe(_ => Wake());
        await using var timer = time.CreateTimer(static poller => ((PlayPoller?)poller)?.Wake(), this, TimeSpan.Zero, options.Value.WakeEvery);
        List<Task> rounds = [];
        try
        {
            await foreach (var _ in _calls.Reader.ReadAllAsync(stoppingToken))
            {
                // A round ends with its slowest poll; the next one does not wait for that.
                rounds.Add(RoundAsync(stoppingToken));
                await (rounds.Count < Rounds ? Task.CompletedTask : Task.WhenAny(rounds));
                rounds.RemoveAll(static round => round.IsCompleted);
            }
        }
        finally
        {
            await Task.WhenAll(rounds);
        }
    }

    private async Task RoundAsync(CancellationToken stoppingToken)
    {
        try
        {
            await PollDueAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // The outermost frame: an exception that leaves it stops the whole host. The next wake tries again.
            storage.Note(exception);
            LogRoundFailed(exception);
        }
    }

    /// <summary>Polls when a lane is free, where no round has begun with them meanwhile.</summary>
    private async Task<bool> PollInLaneAsync(int listenerId, CancellationToken cancellationToken)
    {
        if (!_underWay.TryAdd(listenerId, true))
        {
            return false;
        }

        try
        {
            await _lanes.WaitAsync(cancellationToken);
            try
            {
                return await PollAsync(listenerId, cancellationToken);
            }
            finally
            {
                _lanes.Release();
            }
        }
        finally
        {
            _underWay.TryRemove(listenerId, out _);
        }
    }

    /// <summary>Leaves out those for whom the installation's app has no call left: they stay due, and are not each refused and written down at every wake. One at least is asked, so that it is known why.</summary>
    private async Task<IEnumerable<DuePoll>> PayableAsync(IReadOnlyList<DuePoll> due, CancellationToken cancellationToken)
    {
        if (due.FirstOrDefault(poll => !poll.HasOwnApp) is not { } first)
        {
            return due;
        }

        var (left, _) = await budget.LeftForAsync(CallPriority.Poll, first.ListenerId, cancellationToken);
        return due.Where(poll => !poll.HasOwnApp).Take(Math.Max(1, left)).Concat(due.Where(poll => poll.HasOwnApp));
    }

    private async Task<bool> PollAsync(int listenerId, CancellationToken cancellationToken)
    {
        try
        {
            return await poll.RunAsync(listenerId, isAskedFor: false, cancellationToken) is not null;
        }
        catch (ProviderException)
        {
            // Noted with the listener's state, logged, and tried again when it is due.
            return true;
        }
        catch (Exception exception) when (storage.Note(exception) is { } failure)
        {
            // Nothing was stored, so the same plays are asked for again; the others' polls go on.
            LogStorageFailed(listenerId, failure.Text, exception.GetBaseException().Message);
            return true;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Listener {ListenerId} could not be polled; the next wake tries again: {Failure} ({Reason})")]
    private partial void LogStorageFailed(int listenerId, string failure, string reason);

    [LoggerMessage(LogLevel.Error, "Looking for due polls failed; the next look is due as usual")]
    private partial void LogRoundFailed(Exception exception);
}
