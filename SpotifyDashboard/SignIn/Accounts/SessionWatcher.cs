using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Ends what is open in sessions that have ended, wherever they were ended: tabs are sent away at once, and their connections are cut a moment later.</summary>
internal sealed partial class SessionWatcher(
    ListenerScope scope, SessionStore sessions, OpenTabs tabs, SessionsEnded ended, TimeProvider time, ILogger<SessionWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!scope.NeedsVisitor)
        {
            return;
        }

        var sentAway = new HashSet<int>();
        using var timer = new PeriodicTimer(s_every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(sentAway, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The loop is the outermost frame: an exception that leaves it stops the whole host.
                LogFailed(exception);
            }
        }
    }

    private async Task LookAsync(HashSet<int> sentAway, CancellationToken cancellationToken)
    {
        var open = tabs.Sessions;
        sentAway.IntersectWith(open);
        if (open.Count == 0)
        {
            return;
        }

        // A tab that could be sent away is gone by now; what is still connected would not go.
        tabs.Cut(sentAway);
        await sessions.TouchAsync(open, cancellationToken);
        var over = await sessions.FindOverAsync(open, cancellationToken);
        ended.Publish(over);
        sentAway.UnionWith(over);
    }

    [LoggerMessage(LogLevel.Warning, "Could not look which sessions have ended; the next look is due as usual")]
    private partial void LogFailed(Exception exception);
}
