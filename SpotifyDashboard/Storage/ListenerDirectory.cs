using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage;

/// <summary>Knows the listeners of this installation and which of them a page shows.</summary>
public sealed class ListenerDirectory(
    IDbContextFactory<DashboardDbContext> contexts,
    ListenerScope scope,
    ListenerChanged changed,
    TimeProvider time,
    IOptions<ListenerOptions> options,
    IConfiguration configuration)
{
    private const string OwnName = "You";

    /// <summary>Whether whoever looks may change the listener's settings.</summary>
    public bool MayChange => !scope.IsReadOnly;

    /// <summary>The listener of whoever looks (<see cref="ListenerScope"/>); with accounts null where nobody signed in.</summary>
    /// <remarks>In <c>Local</c> mode the one own listener once anything of theirs is stored or they logged in; until then the demo listener; null where there is neither.</remarks>
    public async Task<ListenerProfile?> FindCurrentAsync(CancellationToken cancellationToken)
    {
        if (scope.ListenerId is { } visible)
        {
            return await FindAsync(visible, cancellationToken);
        }

        if (scope.NeedsVisitor)
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var listeners = await context.Listeners.AsNoTracking().ToListAsync(cancellationToken);
        var own = listeners.Find(listener => !listener.IsDemo);
        var current = own is { PlaysVersion: > 0 } or { AuthorizedAt: not null } ? own : listeners.Find(listener => listener.IsDemo) ?? own;
        return current is null ? null : ProfileOf(current);
    }

    /// <summary>The listener with this number, or null.</summary>
    public async Task<ListenerProfile?> FindAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var listener = await context.Listeners.AsNoTracking().SingleOrDefaultAsync(l => l.Id == listenerId, cancellationToken);
        return listener is null ? null : ProfileOf(listener);
    }

    /// <summary>The listener with this number and the <see cref="ListeningLog.Version"/> of what is stored, read together; null where there is none.</summary>
    public async Task<(ListenerProfile Profile, long Version)?> FindWithVersionAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context.Listeners.AsNoTracking()
            .Where(l => l.Id == listenerId)
            .Select(l => new { Listener = l, Version = l.PlaysVersion + context.Catalogue.Sum(catalogue => catalogue.Version) })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : (ProfileOf(found.Listener), found.Version);
    }

    /// <summary>The own listener's number; in <c>Local</c> mode the first import or login makes the row.</summary>
    /// <exception cref="InvalidOperationException">Accounts are on and nobody is said to be looking.</exception>
    public async Task<int> GetOrCreateOwnAsync(CancellationToken cancellationToken)
    {
        if (scope.ListenerId is { } visible)
        {
            return visible;
        }

        if (scope.NeedsVisitor)
        {
            throw new InvalidOperationException("With accounts a listener is made with their account; nobody signed in here.");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindOwnAsync(context, cancellationToken) is { } found)
        {
            return found.Id;
        }

        // Two may ask at once (a page and a command), and there must be one row: whoever comes second waits, and finds it.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(20261122)", cancellationToken);
        }

        var own = await FindOwnAsync(context, cancellationToken);
        if (own is null)
        {
            // The demo may already have learnt the browser's zone.
            var demo = await context.Listeners.AsNoTracking().FirstOrDefaultAsync(l => l.IsDemo, cancellationToken);
            own = Create(OwnName, isDemo: false);
            own.TimeZone = demo?.TimeZone ?? own.TimeZone;
            own.TimeZoneChosen = demo?.TimeZoneChosen ?? false;
            context.Listeners.Add(own);
            await context.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return own.Id;
    }

    /// <summary>To whom belongs what the settings bring for the whole house, like a survey: the first listener; null while there are accounts and no listener yet.</summary>
    public async Task<int?> FindOrCreateHouseOwnerAsync(CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        if (!scope.NeedsVisitor)
        {
            return await GetOrCreateOwnAsync(cancellationToken);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await FindOwnAsync(context, cancellationToken))?.Id;
    }

    /// <summary>A new listener's row with the settings' defaults; the caller adds it to a context.</summary>
    public Listener Create(string displayName, bool isDemo) => new()
    {
        DisplayName = displayName,
        TimeZone = ConfiguredZone(),
        IsDemo = isDemo,
        CreatedAt = time.GetUtcNow(),
    };

    /// <summary>Changes what a listener may choose; null leaves a setting as it is.</summary>
    /// <param name="listenerId">Whose settings.</param>
    /// <param name="change">The new values, already checked.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>The listener as changed, or null where there is none.</returns>
    public async Task<ListenerProfile?> ChangeAsync(int listenerId, Action<Listener> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var listener = await context.Listeners.SingleOrDefaultAsync(l => l.Id == listenerId, cancellationToken);
        if (listener is null)
        {
            return null;
        }

        change(listener);
        await context.SaveChangesAsync(cancellationToken);
        changed.Publish(listenerId);
        return ProfileOf(listener);
    }

    private static Task<Listener?> FindOwnAsync(DashboardDbContext context, CancellationToken cancellationToken) =>
        context.Listeners.OrderBy(l => l.Id).FirstOrDefaultAsync(l => !l.IsDemo, cancellationToken);

    private string ConfiguredZone()
    {
        var told = options.Value.TimeZone is { Length: > 0 } setting ? setting : configuration["TZ"];
        return told is { Length: > 0 } && TimeZoneInfo.TryFindSystemTimeZoneById(told.TrimStart(':'), out var zone) ? zone.Id : "UTC";
    }

    private static ListenerProfile ProfileOf(Listener listener) => new(
        listener.Id,
        listener.DisplayName,
        listener.ImageUrl,
        listener.TimeZone,
        listener.CountingRule,
        listener.IsDemo,
        listener.AuthorizedAt,
        listener.ReauthorizeBy);
}
