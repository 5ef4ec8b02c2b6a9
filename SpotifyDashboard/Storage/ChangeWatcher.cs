using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage.News;

namespace SpotifyDashboard.Storage;

/// <summary>Notices what other processes wrote to the same database (an import by command, say) and tells open pages: by the database's news, or by looking.</summary>
internal sealed partial class ChangeWatcher(
    IDbContextFactory<DashboardDbContext> contexts,
    PlaysChanged playsChanged,
    ListenerGone listenerGone,
    NewsLine line,
    TimeProvider time,
    ILogger<ChangeWatcher> logger) : BackgroundService, INewsReader
{
    // Open pages show a change within 2 s (design, section 6); the question reads two numbers per listener.
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private Dictionary<int, long> _known = [];
    private bool _isFailing;

    /// <inheritdoc/>
    public string Kind => "plays";

    /// <inheritdoc/>
    public Task TellAsync(string id, CancellationToken cancellationToken) => LookAsync(int.Parse(id, CultureInfo.InvariantCulture), cancellationToken);

    /// <inheritdoc/>
    public Task CatchUpAsync(CancellationToken cancellationToken) => LookAsync(only: null, cancellationToken);

    /// <inheritdoc/>
    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Nothing is known at first, so the first look announces every listener: a log may have been read before it.
        using var timer = new PeriodicTimer(s_interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                // Where the database tells, looking as well would ask for every listener's row each second.
                await (line.IsOpen ? Task.CompletedTask : CatchUpAsync(stoppingToken));
                _isFailing = false;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The loop is the outermost frame: an exception that leaves it stops the whole host.
                // Once an outage is enough: the next look is a second away.
                if (!_isFailing)
                {
                    LogFailed(exception);
                }

                _isFailing = true;
            }
        }
    }

    /// <summary>Compares the versions of one listener, or of all, with those known, and tells which differ.</summary>
    private async Task LookAsync(int? only, CancellationToken cancellationToken)
    {
        List<int> changed;
        List<int> gone;
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var versions = await VersionsAsync(only, cancellationToken);
            changed = [.. versions.Where(now => !_known.TryGetValue(now.Key, out var before) || before != now.Value).Select(now => now.Key)];
            gone = [.. _known.Keys.Where(known => known == (only ?? known)).Except(versions.Keys)];
            changed.ForEach(listener => _known[listener] = versions[listener]);
            gone.ForEach(listener => _known.Remove(listener));
        }
        finally
        {
            _turn.Release();
        }

        gone.Remove(PlaysChanged.Everybody);
        gone.ForEach(listenerGone.Publish);
        changed.Concat(gone).ToList().ForEach(playsChanged.Publish);
    }

    /// <summary>Versions by listener, and that of the catalogue under <see cref="PlaysChanged.Everybody"/>. Whole rows would cost ten times as much.</summary>
    private async Task<Dictionary<int, long>> VersionsAsync(int? only, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Listeners.Select(listener => new { listener.Id, Version = listener.PlaysVersion })
            .Concat(context.Catalogue.Select(catalogue => new { catalogue.Id, catalogue.Version }))
            .Where(row => only == null || row.Id == only)
            .ToDictionaryAsync(row => row.Id, row => row.Version, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Could not look for changes of other processes; the next look is due as usual")]
    private partial void LogFailed(Exception exception);
}
