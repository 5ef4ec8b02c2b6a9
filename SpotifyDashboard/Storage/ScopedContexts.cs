using Microsoft.EntityFrameworkCore;

namespace SpotifyDashboard.Storage;

/// <summary>The factory that everybody gets: tells each context, pooled or new, whose rows it may see before handing it out.</summary>
internal sealed class ScopedContexts(IDbContextFactory<DashboardDbContext> pool, ListenerScope scope) : IDbContextFactory<DashboardDbContext>
{
    public DashboardDbContext CreateDbContext() => Scoped(pool.CreateDbContext());

    public async Task<DashboardDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        Scoped(await pool.CreateDbContextAsync(cancellationToken));

    private DashboardDbContext Scoped(DashboardDbContext context)
    {
        context.Narrow(scope.ListenerId, scope.IsReadOnly);
        return context;
    }
}
