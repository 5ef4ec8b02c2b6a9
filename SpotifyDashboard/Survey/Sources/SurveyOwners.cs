using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Survey.Sources;

/// <summary>Says whose survey somebody sees. The demo listener owns none: who looks at the demo sees the survey of the installation's own listener.</summary>
internal sealed class SurveyOwners(IDbContextFactory<DashboardDbContext> contexts, ListenerDirectory listeners)
{
    /// <summary>The owner of what <paramref name="listenerId"/> sees; null where nobody owns anything yet.</summary>
    public async Task<int?> FindAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Listeners.AsNoTracking().AnyAsync(listener => listener.Id == listenerId && !listener.IsDemo, cancellationToken)
            ? listenerId
            : await FirstOf(context.Listeners, cancellationToken);
    }

    /// <summary>The owner of what <paramref name="listenerId"/> brings; made, as by an import, where there is none yet.</summary>
    public async Task<int> GetOrCreateAsync(int listenerId, CancellationToken cancellationToken) =>
        await FindAsync(listenerId, cancellationToken) ?? await listeners.GetOrCreateOwnAsync(cancellationToken);

    /// <summary>The owner of the sheet or address in the settings: the installation's first own listener; null where there is none yet.</summary>
    public async Task<int?> FindOfSettingsAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        // Whoever looks: else each of several listeners would be the first they see, and take the sheet for theirs.
        return await FirstOf(context.Listeners.IgnoreQueryFilters(), cancellationToken);
    }

    private static Task<int?> FirstOf(IQueryable<Listener> listeners, CancellationToken cancellationToken) =>
        listeners.AsNoTracking().Where(listener => !listener.IsDemo).OrderBy(listener => listener.Id).Select(listener => (int?)listener.Id).FirstOrDefaultAsync(cancellationToken);
}
