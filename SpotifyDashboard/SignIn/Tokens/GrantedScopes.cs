using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Tokens;

/// <summary>What the connected accounts have consented to.</summary>
internal sealed class GrantedScopes(IDbContextFactory<DashboardDbContext> contexts)
{
    private const char Separator = ' ';

    /// <summary>Whether a connected listener consented to <paramref name="scope"/>.</summary>
    public async Task<bool> HasAsync(int listenerId, string scope, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var scopes = await context.SpotifyAccounts.AsNoTracking()
            .Where(account => account.ListenerId == listenerId && account.RefreshToken != null)
            .Select(account => account.Scopes)
            .SingleOrDefaultAsync(cancellationToken);
        return scopes?.Split(Separator).Contains(scope, StringComparer.Ordinal) == true;
    }

    /// <summary>What a login asks for: what the dashboard always needs, all that was granted before, and <paramref name="scope"/>.</summary>
    public async Task<string> WithAsync(string? scope, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await context.SpotifyAccounts.AsNoTracking().OrderBy(account => account.ListenerId).Select(account => account.Scopes).FirstOrDefaultAsync(cancellationToken);
        string[] all = [.. SpotifyAccounts.Scopes.Split(Separator), .. (known ?? "").Split(Separator), scope ?? ""];
        return string.Join(Separator, all.Where(static one => one.Length > 0).Distinct(StringComparer.Ordinal));
    }

    /// <summary>Forgets that a listener consented to <paramref name="scope"/>: Spotify says otherwise.</summary>
    public async Task LoseAsync(int listenerId, string scope, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.SpotifyAccounts.SingleOrDefaultAsync(account => account.ListenerId == listenerId, cancellationToken) is not { } account)
        {
            return;
        }

        var left = string.Join(Separator, account.Scopes.Split(Separator).Where(one => one != scope));
        await context.SpotifyAccounts.Where(row => row.ListenerId == listenerId && row.Scopes == account.Scopes)
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.Scopes, left), cancellationToken);
    }
}
