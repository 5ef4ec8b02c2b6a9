using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn;

/// <summary>Says how the installation stands with Spotify, from what is stored: it never calls outside.</summary>
/// <remarks><see cref="ConnectionChanged"/> tells when to read again; days go by without it.</remarks>
public sealed class SpotifyConnection
{
    private readonly IDbContextFactory<DashboardDbContext> _contexts;
    private readonly SpotifyApps _apps;
    private readonly GivenRefreshToken _given;
    private readonly ListenerScope _scope;
    private readonly TimeProvider _time;

    internal SpotifyConnection(IDbContextFactory<DashboardDbContext> contexts, SpotifyApps apps, GivenRefreshToken given, ListenerScope scope, TimeProvider time) =>
        (_contexts, _apps, _given, _scope, _time) = (contexts, apps, given, scope, time);

    /// <summary>The state of whoever looks; in <c>Local</c> mode of the one listener there is.</summary>
    public async Task<ConnectionStatus> ReadAsync(CancellationToken cancellationToken)
    {
        var app = await _apps.FindAsync(cancellationToken);
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        var visible = _scope.ListenerId ?? (_scope.NeedsVisitor ? 0 : null);
        var account = await context.SpotifyAccounts.AsNoTracking()
            .Where(a => visible == null || a.ListenerId == visible)
            .OrderBy(a => a.ListenerId)
            .FirstOrDefaultAsync(cancellationToken);
        if (account is null)
        {
            return app is null ? Nobody(ConnectionState.NotConfigured, reason: null)
                : visible is not null ? Nobody(ConnectionState.NotConnected, reason: null)
                : await _given.WhyRefusedAsync(cancellationToken) is { } refused ? Nobody(ConnectionState.NeedsLogin, refused)
                : Nobody(ConnectionState.NotConnected, reason: null);
        }

        var listener = await context.Listeners.AsNoTracking().SingleAsync(l => l.Id == account.ListenerId, cancellationToken);
        var (state, reason) = StateOf(account, app?.ClientId);
        return new ConnectionStatus(state, listener.Id, listener.DisplayName, listener.AuthorizedAt, listener.ReauthorizeBy, DaysLeft(listener), reason);
    }

    /// <summary>The listeners who are connected: who can be polled.</summary>
    public async Task<IReadOnlyList<int>> ListConnectedAsync(CancellationToken cancellationToken)
    {
        var shared = (await _apps.FindSharedAsync(cancellationToken))?.ClientId;
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        return await context.SpotifyAccounts.AsNoTracking()
            .Where(account => account.RefreshToken != null
                && account.ClientId == (context.SpotifyApps.Where(own => own.ListenerId == account.ListenerId).Select(own => own.ClientId).FirstOrDefault() ?? shared))
            .OrderBy(account => account.ListenerId)
            .Select(account => account.ListenerId)
            .ToListAsync(cancellationToken);
    }

    /// <summary>On whose behalf Spotify may be asked for what all share: the first listener connected by the installation's app; null where there is none.</summary>
    /// <remarks>The calls of an app that a listener brought are theirs alone.</remarks>
    public async Task<int?> FindSharedAskerAsync(CancellationToken cancellationToken)
    {
        using var house = _scope.EnterHouse();
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        return await context.SpotifyAccounts.AsNoTracking()
            .Where(account => account.NeedsLoginSince == null && account.RefreshToken != null && !context.SpotifyApps.Any(own => own.ListenerId == account.ListenerId))
            .OrderBy(account => account.ListenerId)
            .Select(account => (int?)account.ListenerId)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private static (ConnectionState State, string? Reason) StateOf(SpotifyAccountRow account, string? clientId)
    {
        if (account.NeedsLoginSince is not null)
        {
            return (ConnectionState.NeedsLogin, account.NeedsLoginReason);
        }

        if (account.RefreshToken is null)
        {
            return (clientId is null ? ConnectionState.NotConfigured : ConnectionState.NotConnected, null);
        }

        return clientId is null ? (ConnectionState.NotConfigured, null)
            : account.ClientId == clientId ? (ConnectionState.Connected, null)
            : (ConnectionState.NeedsLogin, AccessTokens.OtherAppReason);
    }

    private static ConnectionStatus Nobody(ConnectionState state, string? reason) =>
        new(state, ListenerId: null, AccountName: null, AuthorizedAt: null, ReauthorizeBy: null, DaysLeft: null, reason);

    private int? DaysLeft(Listener listener) =>
        listener.ReauthorizeBy is { } end ? Math.Max(0, (int)(end - _time.GetUtcNow()).TotalDays) : null;
}
