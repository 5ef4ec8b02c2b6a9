using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage;

/// <summary>Notices what other processes wrote to the same database (an import by command, say) and tells open pages.</summary>
internal sealed partial class ChangeWatcher(
    IDbContextFactory<DashboardDbContext> contexts,
    PlaysChanged playsChanged,
    ListenerGone listenerGone,
    TimeProvider time,
    ILogger<ChangeWatcher> logger) : BackgroundService
{
    // Open pages show a change within 2 s (design, section 6); the question costs one row per listener.
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    private Dictionary<int, long> _known = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Nothing is known at first, so the first look announces every listener: a log may have been read before it.
        using var timer = new PeriodicTimer(s_interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The loop is the outermost frame: an exception that leaves it stops the whole host.
                LogFailed(exception);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var versions = await VersionsAsync(cancellationToken);
        var gone = _known.Keys.Except(versions.Keys).ToList();
        var changed = versions.Where(now => !_known.TryGetValue(now.Key, out var before) || before != now.Value)
            .Select(now => now.Key)
            .Concat(gone)
            .ToList();
        _known = versions;
        gone.ForEach(listenerGone.Publish);
        foreach (var listener in changed)
        {
            playsChanged.Publish(listener);
        }
    }

    private async Task<Dictionary<int, long>> VersionsAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Listeners.AsNoTracking().ToDictionaryAsync(l => l.Id, l => l.PlaysVersion, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Could not look for changes of other processes; the next look is due as usual")]
    private partial void LogFailed(Exception exception);
}
