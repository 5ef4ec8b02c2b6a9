using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.SignIn.Sharing.Kept;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>Makes, lists and withdraws share links. Of a token only its hash is stored, so that whoever reads the database can open none.</summary>
public sealed class ShareLinks
{
    /// <summary>How many days a link lasts at most.</summary>
    public const int MostDays = 365;

    /// <summary>How many days a link lasts where nothing is said.</summary>
    public const int UsualDays = 30;

    /// <summary>How long a link that has ended is still listed.</summary>
    private static readonly TimeSpan s_remembered = TimeSpan.FromDays(90);

    private readonly IDbContextFactory<DashboardDbContext> _contexts;
    private readonly SharedPages _pages;
    private readonly ShareVisits _visits;
    private readonly ListenerChanged _changed;
    private readonly TimeProvider _time;

    internal ShareLinks(IDbContextFactory<DashboardDbContext> contexts, SharedPages pages, ShareVisits visits, ListenerChanged changed, TimeProvider time) =>
        (_contexts, _pages, _visits, _changed, _time) = (contexts, pages, visits, changed, time);

    /// <summary>Makes a link to a page of a listener.</summary>
    /// <param name="listenerId">Whose page.</param>
    /// <param name="page">Its address with its choices, as it stands in the browser, without host.</param>
    /// <param name="showsName">Whether it says their name and shows their picture.</param>
    /// <param name="days">How many days it lasts, 1 to <see cref="MostDays"/>.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <exception cref="Session.RefusedParameterException">The page can't be shared, or one of its choices can't be used.</exception>
    public async Task<NewShare> CreateAsync(int listenerId, string? page, bool showsName, int days, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        var scope = _pages.Read(page);
        var (token, now) = (LoginSecrets.Create(), _time.GetUtcNow());
        var row = new ShareLinkRow
        {
            ListenerId = listenerId,
            TokenHash = LoginSecrets.Hash(token),
            Page = scope.Address,
            ShowsName = showsName,
            CreatedAt = now,
            ExpiresAt = now.AddDays(days),
        };
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        var forgotten = now - s_remembered;
        await context.ShareLinks.Where(link => link.ExpiresAt < forgotten || link.RevokedAt < forgotten).ExecuteDeleteAsync(cancellationToken);
        context.ShareLinks.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return new NewShare(Told(row, now), token);
    }

    /// <summary>The links of a listener, newest first; those that ended more than 90 days ago are forgotten.</summary>
    public async Task<IReadOnlyList<ShareLink>> ListAsync(int listenerId, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.ShareLinks.AsNoTracking()
            .Where(link => link.ListenerId == listenerId)
            .OrderByDescending(link => link.CreatedAt).ThenByDescending(link => link.Id)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => Told(row, now))];
    }

    /// <summary>Withdraws a link at once; one that was withdrawn stays so.</summary>
    /// <returns>False where the listener has no such link.</returns>
    public async Task<bool> RevokeAsync(int listenerId, int id, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        var mine = context.ShareLinks.Where(link => link.ListenerId == listenerId && link.Id == id);
        await mine.Where(link => link.RevokedAt == null).ExecuteUpdateAsync(change => change.SetProperty(link => link.RevokedAt, now), cancellationToken);
        _changed.Publish(listenerId);
        return await mine.AnyAsync(cancellationToken);
    }

    /// <summary>The link that a token opens now; null where it never existed, is over or was withdrawn.</summary>
    /// <param name="token">What stands in the address.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    internal async Task<ShareLinkRow?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length != LoginSecrets.Length)
        {
            return null;
        }

        var (hash, now) = (LoginSecrets.Hash(token), _time.GetUtcNow());
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        return await context.ShareLinks.AsNoTracking()
            .SingleOrDefaultAsync(link => link.TokenHash == hash && link.RevokedAt == null && link.ExpiresAt > now, cancellationToken);
    }

    private ShareLink Told(ShareLinkRow row, DateTimeOffset now)
    {
        var (uses, last) = _visits.Unwritten(row.Id);
        return new ShareLink(
            row.Id,
            row.Page,
            _pages.Find(row.Page)?.Scope.Words ?? row.Page,
            row.ShowsName,
            row.RevokedAt is not null ? ShareState.Revoked : row.ExpiresAt <= now ? ShareState.Expired : ShareState.Active,
            row.CreatedAt,
            row.ExpiresAt,
            row.RevokedAt,
            last ?? row.LastSeenAt,
            row.Uses + uses);
    }
}
