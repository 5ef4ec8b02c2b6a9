using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage;

/// <summary>Knows the stretches in which a listener's plays may be missing.</summary>
public sealed class GapDirectory(IDbContextFactory<DashboardDbContext> contexts)
{
    private const int Most = 200;

    /// <summary>The latest gaps of a listener, open and closed, newest first.</summary>
    public async Task<IReadOnlyList<Gap>> ListAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Gaps.AsNoTracking()
            .Where(gap => gap.ListenerId == listenerId)
            .OrderByDescending(gap => gap.FromAt)
            .Take(Most)
            .ToListAsync(cancellationToken);
    }
}
