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
    private readonly TimeProvider _time;

    internal SpotifyConnection(IDbContextFactory<DashboardDbContext> contexts, SpotifyApps apps, GivenRefreshToken given, TimeProvider time) =>
        (_contexts, _apps, _given, _time) = (contexts, apps, given, time);

    /// <summary>The state of the installation's own listener.</summary>
    public async Task<ConnectionStatus> ReadAsync(CancellationToken cancellationToken)
    {
        var app = await _apps.FindAsync(cancellationToken);
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        var account = await context.SpotifyAccounts.AsNoTracking().OrderBy(a => a.ListenerId).FirstOrDefaultAsync(cancellationToken);
        if (account is null)
        {
            return app is null ? Nobody(ConnectionState.NotConfigured, reason: null)
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
        if (await _apps.FindAsync(cancellationToken) is not { } app)
        {
            return [];
        }

        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        return await context.SpotifyAccounts.AsNoTracking()
            .Where(account => account.RefreshToken != null && account.ClientId == app.ClientId)
            .OrderBy(account => account.ListenerId)
            .Select(account => account.ListenerId)
            .ToListAsync(cancellationToken);
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
