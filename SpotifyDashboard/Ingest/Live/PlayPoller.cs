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

    /// <summary>Wakes the loop; more than one call while it is busy is one.</summary>
    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Looks now rather than at the next wake.</summary>
    public void Wake() => _calls.Writer.TryWrite(true);

    /// <summary>Polls everyone who is due and whose app has calls left, side by side: one who is stuck or fails does not hold up the others.</summary>
    /// <returns>How many were polled.</returns>
    /// <exception cref="AggregateException">Polls broke in a way nobody foresaw; the others were made all the same.</exception>
    public async Task<int> PollDueAsync(CancellationToken cancellationToken)
    {
        var polled = 0;
        var faults = new ConcurrentQueue<Exception>();
        var lanes = new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(await PayableAsync(await turns.DueAsync(cancellationToken), cancellationToken), lanes, async (due, token) =>
        {
            try
            {
                if (await PollAsync(due.ListenerId, token))
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
        await foreach (var _ in _calls.Reader.ReadAllAsync(stoppingToken))
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
