using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.News;

/// <summary>News about a listener, by number. After a gap every listener counts as changed: pages read again, which costs little.</summary>
internal sealed class ListenerNews(string kind, Announcer<int> announcer, IDbContextFactory<DashboardDbContext> contexts) : INewsReader
{
    public string Kind => kind;

    public Task TellAsync(string id, CancellationToken cancellationToken)
    {
        announcer.Publish(int.Parse(id, CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var listener in await context.Listeners.AsNoTracking().Select(listener => listener.Id).ToListAsync(cancellationToken))
        {
            announcer.Publish(listener);
        }
    }
}
