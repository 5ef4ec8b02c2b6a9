using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Tokens;

/// <summary>Reads and writes the tokens of connected accounts; every change holds only while the token it stands on is still the stored one, so that a fresh login always wins.</summary>
internal sealed class AccountStore(IDbContextFactory<DashboardDbContext> contexts, SecretBox secrets, TimeProvider time)
{
    /// <summary>The account of a listener, or null.</summary>
    public async Task<SpotifyAccountRow?> FindAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SpotifyAccounts.AsNoTracking().SingleOrDefaultAsync(account => account.ListenerId == listenerId, cancellationToken);
    }

    /// <summary>Takes the turn to refresh <paramref name="account"/>'s tokens, among all processes on the database.</summary>
    /// <returns>False where another has it, or the stored token is another by now.</returns>
    public async Task<bool> TryLeaseAsync(SpotifyAccountRow account, string owner, TimeSpan length, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();

        // None ends later than one that begins now, or it was taken while the clock was ahead.
        var latest = now + length + TimeSpan.FromMinutes(1);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Unchanged(context, account)
            .Where(row => row.RefreshingUntil == null || row.RefreshingUntil < now || row.RefreshingUntil > latest || row.RefreshedBy == account.RefreshedBy)
            .Where(row => row.AccessToken == account.AccessToken)
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.RefreshedBy, owner).SetProperty(row => row.RefreshingUntil, now + length), cancellationToken) == 1;
    }

    /// <summary>Lets others try.</summary>
    public async Task ReleaseAsync(int listenerId, string owner)
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        await context.SpotifyAccounts.Where(row => row.ListenerId == listenerId && row.RefreshedBy == owner).ExecuteUpdateAsync(
            change => change.SetProperty(row => row.RefreshedBy, (string?)null).SetProperty(row => row.RefreshingUntil, (DateTimeOffset?)null),
            CancellationToken.None);
    }

    /// <summary>Stores what a refresh brought, and ends the lease. Not cancellable: the old token may be dead by now.</summary>
    /// <returns>False where a login has replaced the token meanwhile; nothing is stored then.</returns>
    public async Task<bool> StoreAsync(SpotifyAccountRow account, SpotifyTokens tokens)
    {
        var now = time.GetUtcNow();
        var refreshToken = tokens.RefreshToken is { } rotated ? secrets.Seal(rotated) : account.RefreshToken;
        var accessToken = secrets.Seal(tokens.AccessToken);
        var scopes = tokens.Scopes ?? account.Scopes;
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        return await Unchanged(context, account).ExecuteUpdateAsync(
            change => change
                .SetProperty(row => row.RefreshToken, refreshToken)
                .SetProperty(row => row.AccessToken, accessToken)
                .SetProperty(row => row.AccessIssuedAt, now)
                .SetProperty(row => row.AccessExpiresAt, tokens.ExpiresAt)
                .SetProperty(row => row.Scopes, scopes)
                .SetProperty(row => row.RefreshedBy, (string?)null)
                .SetProperty(row => row.RefreshingUntil, (DateTimeOffset?)null)
                .SetProperty(row => row.UpdatedAt, now),
            CancellationToken.None) == 1;
    }

    /// <summary>Sets a refused token aside: a new login is needed.</summary>
    /// <returns>False where a login has replaced the token meanwhile; nothing is changed then.</returns>
    public async Task<bool> SetAsideAsync(SpotifyAccountRow account, string reason)
    {
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        return await Unchanged(context, account).ExecuteUpdateAsync(
            change => change
                .SetProperty(row => row.SetAsideToken, row => row.RefreshToken)
                .SetProperty(row => row.RefreshToken, (string?)null)
                .SetProperty(row => row.AccessToken, (string?)null)
                .SetProperty(row => row.AccessExpiresAt, (DateTimeOffset?)null)
                .SetProperty(row => row.NeedsLoginSince, now)
                .SetProperty(row => row.NeedsLoginReason, reason)
                .SetProperty(row => row.RefreshedBy, (string?)null)
                .SetProperty(row => row.RefreshingUntil, (DateTimeOffset?)null)
                .SetProperty(row => row.UpdatedAt, now),
            CancellationToken.None) == 1;
    }

    private static IQueryable<SpotifyAccountRow> Unchanged(DashboardDbContext context, SpotifyAccountRow account) =>
        context.SpotifyAccounts.Where(row => row.ListenerId == account.ListenerId && row.RefreshToken == account.RefreshToken);
}
