using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Ingest.Enrichment;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Lyrics;

/// <summary>Looks for the words of what listeners played, most played first, one song after the other, in the background.</summary>
internal sealed partial class LyricsCollector(
    WantedSongs wanted,
    LyricsFinder finder,
    LyricsSwitch looking,
    LyricsNews news,
    EnrichmentLease turn,
    LeaseScope leases,
    ListenerDirectory listeners,
    IDbContextFactory<DashboardDbContext> contexts,
    PlaysChanged playsChanged,
    TimeProvider time,
    ILogger<LyricsCollector> logger) : BackgroundService
{
    /// <summary>Songs looked up in the log at once: to find the next one anew each time would read all plays.</summary>
    private const int Ahead = 200;

    /// <summary>What happens at once (a start, an import) is let settle first.</summary>
    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan s_otherProcessWorks = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_nothingWaits = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromHours(1);

    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Queue<WantedSong> _ahead = new();
    private int _failures;

    /// <summary>Asks about the next song.</summary>
    /// <returns>How long to wait before the next; zero where there may be more to ask at once.</returns>
    /// <exception cref="ProviderException">LRCLIB could not be asked.</exception>
    public async Task<TimeSpan> StepAsync(CancellationToken cancellationToken)
    {
        if (!looking.IsInstalled)
        {
            return s_nothingWaits;
        }

        if (await turn.HoldAsync(cancellationToken) is not { } lease)
        {
            return s_otherProcessWorks;
        }

        using var inside = leases.Enter(lease);
        if (_ahead.Count == 0)
        {
            await LookAheadAsync(cancellationToken);
        }

        if (!_ahead.TryDequeue(out var song))
        {
            return s_nothingWaits;
        }

        if (await finder.AskAsync(song, evenIfNotDue: false, cancellationToken) is null)
        {
            // Switched off meanwhile: what else was ahead may be this listener's, too.
            _ahead.Clear();
        }

        return TimeSpan.Zero;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!looking.IsInstalled)
        {
            return;
        }

        using var plays = playsChanged.Subscribe(_ => _rings.Writer.TryWrite(true));
        using var choices = news.Subscribe(_ => _rings.Writer.TryWrite(true));
        await Task.Delay(s_settle, time, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var (pause, mayBeWoken) = await StepSafelyAsync(stoppingToken);
            if (pause > TimeSpan.Zero && mayBeWoken)
            {
                await WaitAsync(pause, stoppingToken);
                pause = s_settle;
            }

            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, time, stoppingToken);
            }
        }
    }

    private async Task LookAheadAsync(CancellationToken cancellationToken)
    {
        List<int> own;
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            own = await context.Listeners.AsNoTracking().Where(listener => !listener.IsDemo).OrderBy(listener => listener.Id).Select(listener => listener.Id).ToListAsync(cancellationToken);
        }

        foreach (var id in own)
        {
            if (await listeners.FindAsync(id, cancellationToken) is { } listener && await looking.IsOnAsync(id, cancellationToken))
            {
                foreach (var song in await wanted.FirstAsync(listener, Ahead, cancellationToken))
                {
                    _ahead.Enqueue(song);
                }
            }
        }
    }

    private async Task<(TimeSpan Pause, bool MayBeWoken)> StepSafelyAsync(CancellationToken stoppingToken)
    {
        try
        {
            var pause = await StepAsync(stoppingToken);
            _failures = 0;
            return (pause, MayBeWoken: true);
        }
        catch (LeaseLostException)
        {
            // Noted in the log where it was refused; whoever has taken over looks for the same songs.
            _ahead.Clear();
            return (s_otherProcessWorks, MayBeWoken: false);
        }
        catch (ProviderException exception)
        {
            _ahead.Clear();
            var pause = PauseAfter(exception);
            LogPaused(exception.Message, time.GetUtcNow() + pause);
            return (pause, MayBeWoken: false);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // The outermost frame: an exception that leaves it stops the whole host.
            _ahead.Clear();
            LogBroken(exception);
            return (s_firstPause, MayBeWoken: false);
        }
    }

    private TimeSpan PauseAfter(ProviderException exception)
    {
        var pause = exception.Failure is Failure.Retry or Failure.WaitUntil ? s_firstPause * Math.Pow(2, Math.Min(_failures, 6)) : s_longestPause;
        _failures++;
        pause = pause < s_longestPause ? pause : s_longestPause;
        return exception.RetryAt - time.GetUtcNow() is { } told && told > pause ? told : pause;
    }

    /// <summary>Waits until it rings, or for <paramref name="longest"/>.</summary>
    private async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        using var nap = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(nap.Token, cancellationToken);
        try
        {
            await _rings.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (nap.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // Nothing rang, and that is all.
        }
    }

    [LoggerMessage(LogLevel.Information, "Looking for the words of songs pauses until {NextTryAt:u}: {Reason}")]
    private partial void LogPaused(string reason, DateTimeOffset nextTryAt);

    [LoggerMessage(LogLevel.Error, "Looking for the words of songs broke; it goes on in a minute")]
    private partial void LogBroken(Exception exception);
}
