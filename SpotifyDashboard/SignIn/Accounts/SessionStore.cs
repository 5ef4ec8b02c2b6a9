using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Opens, finds and ends sessions. The database says whether one holds, at every request: what was ended anywhere is ended everywhere.</summary>
internal sealed class SessionStore(
    IDbContextFactory<DashboardDbContext> contexts, ListenerScope scope, SessionsEnded ended, TimeProvider time)
{
    /// <summary>How long a session lasts that nobody uses.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(30);

    /// <summary>How long a session lasts however much it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(180);

    private static readonly TimeSpan s_touchEvery = TimeSpan.FromMinutes(1);

    /// <summary>Opens a session.</summary>
    /// <param name="accountId">Who signs in.</param>
    /// <param name="label">What the browser is called.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>The token for the cookie; it can't be had again.</returns>
    public async Task<string> OpenAsync(int accountId, string label, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        var (token, now) = (LoginSecrets.Create(), time.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await context.Accounts.AsNoTracking().SingleAsync(row => row.Id == accountId, cancellationToken);
        await context.Sessions.Where(row => row.ExpiresAt < now || row.LastSeenAt < now - Idle || row.RevokedAt < now - Idle).ExecuteDeleteAsync(cancellationToken);
        context.Sessions.Add(new SessionRow
        {
            TokenHash = LoginSecrets.Hash(token),
            AccountId = accountId,
            ListenerId = account.ListenerId,
            Label = label,
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + Longest,
        });
        await context.SaveChangesAsync(cancellationToken);
        return token;
    }

    /// <summary>The session that a token opens now; null where it is over, was ended, or its account was closed.</summary>
    public async Task<SessionPass?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length != LoginSecrets.Length)
        {
            return null;
        }

        using var house = scope.EnterHouse();
        var hash = LoginSecrets.Hash(token);
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await Open(context, now).Where(row => row.TokenHash == hash)
            .Join(context.Accounts, row => row.AccountId, account => account.Id, (row, account) => new { row.Id, row.LastSeenAt, Account = account })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || found.Account.ClosedAt is not null)
        {
            return null;
        }

        if (now - found.LastSeenAt >= s_touchEvery)
        {
            await context.Sessions.Where(row => row.Id == found.Id).ExecuteUpdateAsync(change => change.SetProperty(row => row.LastSeenAt, now), cancellationToken);
        }

        var account = Account.Of(found.Account);
        return new SessionPass(found.Id, new Visitor(account.Id, account.ListenerId, account.Role, account.DisplayName));
    }

    /// <summary>Those of <paramref name="sessions"/> that hold no longer.</summary>
    public async Task<IReadOnlyCollection<int>> FindOverAsync(IReadOnlyCollection<int> sessions, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var holding = await Open(context, time.GetUtcNow()).Where(row => sessions.Contains(row.Id))
            .Join(context.Accounts.Where(account => account.ClosedAt == null), row => row.AccountId, account => account.Id, (row, account) => row.Id)
            .ToListAsync(cancellationToken);
        return [.. sessions.Except(holding)];
    }

    /// <summary>Notes that sessions are in use: an open tab asks for nothing by itself.</summary>
    public async Task TouchAsync(IReadOnlyCollection<int> sessions, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Sessions.Where(row => sessions.Contains(row.Id) && row.LastSeenAt < now - s_touchEvery)
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.LastSeenAt, now), cancellationToken);
    }

    /// <summary>The sessions of an account that hold, the last used first.</summary>
    public async Task<IReadOnlyList<OpenSession>> ListAsync(int accountId, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Open(context, time.GetUtcNow()).Where(row => row.AccountId == accountId)
            .OrderByDescending(row => row.LastSeenAt).ThenByDescending(row => row.Id)
            .Select(row => new OpenSession(row.Id, row.Label, row.CreatedAt, row.LastSeenAt, row.ExpiresAt))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Ends one session of an account; what is open in it ends within seconds.</summary>
    public Task EndAsync(int accountId, int sessionId, CancellationToken cancellationToken) =>
        EndAsync(rows => rows.Where(row => row.AccountId == accountId && row.Id == sessionId), cancellationToken);

    /// <summary>Ends all sessions of an account.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="except">The one that stays; null for none.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public Task EndAllAsync(int accountId, int? except, CancellationToken cancellationToken) =>
        EndAsync(rows => rows.Where(row => row.AccountId == accountId && row.Id != except), cancellationToken);

    private async Task EndAsync(Func<IQueryable<SessionRow>, IQueryable<SessionRow>> which, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        var now = time.GetUtcNow();
        List<int> chosen;
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            chosen = await which(context.Sessions.Where(row => row.RevokedAt == null)).Select(row => row.Id).ToListAsync(cancellationToken);
            await context.Sessions.Where(row => chosen.Contains(row.Id) && row.RevokedAt == null)
                .ExecuteUpdateAsync(change => change.SetProperty(row => row.RevokedAt, now), cancellationToken);
        }

        ended.Publish(chosen);
    }

    private static IQueryable<SessionRow> Open(DashboardDbContext context, DateTimeOffset now)
    {
        var unused = now - Idle;
        return context.Sessions.Where(row => row.RevokedAt == null && row.ExpiresAt > now && row.LastSeenAt > unused);
    }
}
