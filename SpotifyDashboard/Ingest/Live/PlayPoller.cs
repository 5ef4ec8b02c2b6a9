using System.Threading.Channels;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.SignIn;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Wakes every <c>Ingest:WakeEvery</c>, and when somebody has logged in, and polls the listeners who are due.</summary>
internal sealed partial class PlayPoller(
    ListenerPoll poll, PollTurns turns, AccountConnected connected, IOptions<IngestOptions> options, TimeProvider time, ILogger<PlayPoller> logger) : BackgroundService
{
    /// <summary>Wakes the loop; more than one call while it is busy is one.</summary>
    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Looks now rather than at the next wake.</summary>
    public void Wake() => _calls.Writer.TryWrite(true);

    /// <summary>Polls everyone who is due, side by side: one who is stuck does not hold up the others.</summary>
    /// <returns>How many were polled.</returns>
    public async Task<int> PollDueAsync(CancellationToken cancellationToken)
    {
        var polled = await Task.WhenAll((await turns.ConnectedAsync(cancellationToken)).Select(listener => PollAsync(listener, cancellationToken)));
        return polled.Count(isPolled => isPolled);
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
                LogRoundFailed(exception);
            }
        }
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
    }

    [LoggerMessage(LogLevel.Error, "Looking for due polls failed; the next look is due as usual")]
    private partial void LogRoundFailed(Exception exception);
}
