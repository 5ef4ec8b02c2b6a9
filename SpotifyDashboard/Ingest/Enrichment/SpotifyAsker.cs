using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Says on whose behalf Spotify is asked about tracks and artists: what it answers is the same for everyone.</summary>
internal sealed class SpotifyAsker(IDbContextFactory<DashboardDbContext> contexts)
{
    /// <summary>The first listener who is connected by the installation's app, or null: the calls of an app that a listener brought are theirs alone.</summary>
    public async Task<int?> FindAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SpotifyAccounts.AsNoTracking()
            .Where(account => account.NeedsLoginSince == null && account.RefreshToken != null && !context.SpotifyApps.Any(own => own.ListenerId == account.ListenerId))
            .OrderBy(account => account.ListenerId)
            .Select(account => (int?)account.ListenerId)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
