using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.SignIn.Tokens;

/// <summary>Hands out access tokens; a refresh happens once, however many ask, in however many processes.</summary>
/// <remarks>
/// The token is read from the database each time, not kept in memory: a login by another process counts at once, and Spotify's quota
/// makes calls so rare that a read costs nothing. A refresh is never cancelled with the caller that happened to start it, because
/// Spotify may have replaced the refresh token by then.
/// </remarks>
internal sealed class AccessTokens(AccountStore accounts, SpotifyApps apps, SecretBox secrets, TokenRefresh refresh, TimeProvider time) : IAccessTokens, IAsyncDisposable
{
    /// <summary>Why the tokens of one app are of no use to another.</summary>
    public const string OtherAppReason = "The dashboard now uses another Spotify app (client id) than the one you logged in with.";

    private static readonly TimeSpan s_margin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly string _owner = LeaseHolder.Create();
    private readonly Dictionary<int, Task<string>> _flights = [];
    private readonly Lock _gate = new();

    public async Task<string> GetAsync(int listenerId, CancellationToken cancellationToken) =>
        FindGood(await ReadAsync(listenerId, cancellationToken), refused: null) ?? await Fly(listenerId, refused: null).Token.WaitAsync(cancellationToken);

    public async Task<string> ReplaceAsync(int listenerId, string refused, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refused);
        while (true)
        {
            var (flight, isOwn) = Fly(listenerId, refused);
            var token = await flight.WaitAsync(cancellationToken);

            // A flight that others began may end with the very token that was refused.
            if (isOwn || token != refused)
            {
                return token;
            }
        }
    }

    /// <summary>Waits a moment for refreshes under way: what Spotify answers now must still be stored.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] under;
        lock (_gate)
        {
            under = [.. _flights.Values];
        }

        await Task.WhenAny(Task.WhenAll(under), Task.Delay(s_patience, time));
    }

    private (Task<string> Token, bool IsOwn) Fly(int listenerId, string? refused)
    {
        lock (_gate)
        {
            if (_flights.TryGetValue(listenerId, out var others))
            {
                return (others, false);
            }

            // Others may wait for it too, and its answer must be stored: it runs neither as the visitor who happened to ask first nor under their lease.
            using var house = ExecutionContext.SuppressFlow();
            return (_flights[listenerId] = Task.Run(() => RefreshAsync(listenerId, refused)), true);
        }
    }

    private async Task<string> RefreshAsync(int listenerId, string? refused)
    {
        try
        {
            while (true)
            {
                var account = await ReadAsync(listenerId, CancellationToken.None);
                if ((FindGood(account, refused) ?? await TryRefreshAsync(account)) is { } token)
                {
                    return token;
                }
            }
        }
        finally
        {
            lock (_gate)
            {
                _flights.Remove(listenerId);
            }
        }
    }

    /// <summary>The new token; null where another process refreshes or a login came between: read again.</summary>
    private async Task<string?> TryRefreshAsync(SpotifyAccountRow account)
    {
        var isHeld = account.RefreshedBy != _owner && account.RefreshingUntil is { } until && until > time.GetUtcNow()
            && !LeaseHolder.IsGone(account.RefreshedBy);
        if (isHeld || !await accounts.TryLeaseAsync(account, _owner, TokenRefresh.Lease, CancellationToken.None))
        {
            await Task.Delay(s_pause, time);
            return null;
        }

        return await refresh.RunAsync(account, _owner);
    }

    private string? FindGood(SpotifyAccountRow account, string? refused)
    {
        if (account is not { AccessToken: { } stored, AccessExpiresAt: { } end })
        {
            return null;
        }

        // Tokens that live for seconds only are good for the first half of it; asking ahead by a minute would refresh at every call.
        var halfOfLife = (end - (account.AccessIssuedAt ?? account.UpdatedAt)) / 2;
        var margin = halfOfLife < s_margin ? halfOfLife : s_margin;
        return end - margin > time.GetUtcNow() && secrets.Open(stored) is { } token && token != refused ? token : null;
    }

    private async Task<SpotifyAccountRow> ReadAsync(int listenerId, CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(listenerId, cancellationToken);
        if (account is not { RefreshToken: not null })
        {
            throw Unusable(account?.NeedsLoginReason ?? "Nobody is logged in to Spotify.");
        }

        var app = await apps.FindForAsync(listenerId, cancellationToken) ?? throw Unusable("No Spotify app (client id) is set.");
        return app.ClientId == account.ClientId ? account : throw Unusable(OtherAppReason);
    }

    private static ProviderException Unusable(string message) => new("spotify", Failure.LogInAgain, message) { Hint = "Log in on the page /connect." };
}
