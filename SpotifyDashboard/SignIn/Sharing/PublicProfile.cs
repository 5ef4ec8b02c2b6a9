using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>What a listener shows to everybody, and whether their name stands beside it.</summary>
internal sealed class PublicProfile(IDbContextFactory<DashboardDbContext> contexts, ListenerDirectory directory, IOptionsMonitor<AccessOptions> options)
{
    /// <summary>Whether <c>Access:PublicTop20</c> names this listener.</summary>
    public bool IsShown(int listenerId) => options.CurrentValue.PublicTop20 == listenerId;

    /// <summary>Whether the public page says the listener's name and shows their picture.</summary>
    public async Task<bool> ShowsNameAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Listeners.Where(listener => listener.Id == listenerId).Select(listener => listener.ShowsNamePublicly).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Lets the public page say the listener's name, or not.</summary>
    public Task ShowNameAsync(int listenerId, bool shows, CancellationToken cancellationToken) =>
        directory.ChangeAsync(listenerId, listener => listener.ShowsNamePublicly = shows, cancellationToken);
}
