using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.News;

namespace SpotifyDashboard.SignIn.Tokens;

/// <summary>Notices logins and lost logins, also those of other processes (a login by command), and tells open pages and the poller.</summary>
internal sealed partial class ConnectionWatcher(
    IDbContextFactory<DashboardDbContext> contexts,
    SpotifyApps apps,
    ListenerScope scope,
    ConnectionChanged connectionChanged,
    AccountConnected accountConnected,
    PlaysChanged playsChanged,
    NewsLine line,
    TimeProvider time,
    ILogger<ConnectionWatcher> logger) : BackgroundService, INewsReader
{
    // Open pages show a change within 2 s (design, section 6); the question costs one row per account.
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    /// <summary>Where the database tells of logins by itself, one look in so many finds the rest: another app in the settings, say.</summary>
    private const int LooksBetween = 30;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private Dictionary<int, Seen>? _known;
    private string? _clientId;

    /// <inheritdoc/>
    public string Kind => "connection";

    /// <inheritdoc/>
    public Task TellAsync(string id, CancellationToken cancellationToken) => LookAsync(cancellationToken);

    /// <inheritdoc/>
    public Task CatchUpAsync(CancellationToken cancellationToken) => LookAsync(cancellationToken);

    /// <summary>Looks at once and tells what changed; whoever changes something calls it after the commit.</summary>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <param name="justConnected">Who has logged in a moment ago; told even when this is the first look.</param>
    public async Task LookAsync(CancellationToken cancellationToken, int? justConnected = null)
    {
        List<int> changed;
        List<int> connected;
        using var house = scope.EnterHouse(); // whoever happens to look, all are looked at
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var now = await ReadAsync(cancellationToken);
            var clientId = (await apps.FindSharedAsync(cancellationToken))?.ClientId;
            var before = _known ?? now.Where(row => row.Key != justConnected).ToDictionary();
            var isOtherApp = _known is not null && clientId != _clientId;
            changed = [.. now.Keys.Union(before.Keys).Where(id => isOtherApp || now.GetValueOrDefault(id) != before.GetValueOrDefault(id))];
            connected = [.. changed.Where(id => now.TryGetValue(id, out var seen) && seen.IsLoginAfter(before.GetValueOrDefault(id)))];
            (_known, _clientId) = (now, clientId);
            if (isOtherApp && changed.Count == 0)
            {
                changed = [0]; // nobody is connected yet, but pages show which app there is
            }
        }
        finally
        {
            _turn.Release();
        }

        Tell(changed, connected);
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, time);
        var looks = 0L;
        do
        {
            if (line.IsOpen && ++looks % LooksBetween != 0)
            {
                continue;
            }

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
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Tell(List<int> changed, List<int> connected)
    {
        foreach (var listener in changed)
        {
            connectionChanged.Publish(listener);
        }

        foreach (var listener in connected)
        {
            playsChanged.Publish(listener); // the header shows another name
            accountConnected.Publish(listener);
        }
    }

    private async Task<Dictionary<int, Seen>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SpotifyAccounts.AsNoTracking()
            .Join(context.Listeners, account => account.ListenerId, listener => listener.Id, (account, listener) => new
            {
                account.ListenerId,
                Seen = new Seen(
                    account.ClientId,
                    context.SpotifyApps.Where(app => app.ListenerId == account.ListenerId).Select(app => app.ClientId).FirstOrDefault(),
                    account.RefreshToken != null,
                    account.NeedsLoginSince,
                    listener.AuthorizedAt),
            })
            .ToDictionaryAsync(row => row.ListenerId, row => row.Seen, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Could not look for changes of the Spotify login; the next look is due as usual")]
    private partial void LogFailed(Exception exception);

    /// <summary>What pages show of an account; a refresh changes none of it.</summary>
    private sealed record Seen(string ClientId, string? OwnApp, bool HasToken, DateTimeOffset? NeedsLoginSince, DateTimeOffset? AuthorizedAt)
    {
        public bool IsLoginAfter(Seen? before) => HasToken && (before is not { HasToken: true } || before.AuthorizedAt != AuthorizedAt);
    }
}
