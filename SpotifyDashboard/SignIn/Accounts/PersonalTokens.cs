using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Makes, finds, lists and revokes personal access tokens. Of a token only its hash is stored.</summary>
internal sealed class PersonalTokens(IDbContextFactory<DashboardDbContext> contexts, ListenerScope scope, TimeProvider time)
{
    /// <summary>How every token begins, so that it is known for one where it leaks.</summary>
    public const string Beginning = "sdb_";

    /// <summary>How many days one lasts at most, where it ends at all.</summary>
    public const int MostDays = 3650;

    private const int LongestLabel = 100;
    private const int ShownLetters = 10;
    private static readonly TimeSpan s_touchEvery = TimeSpan.FromMinutes(1);

    /// <summary>Makes a token.</summary>
    /// <param name="visitor">Whose.</param>
    /// <param name="label">What it is for.</param>
    /// <param name="tokenScope">What it may do; a guest's can only read.</param>
    /// <param name="days">How many days it lasts; null: until it is revoked.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <exception cref="AccountRefusedException">The label is missing or too long, or a guest wants to change something.</exception>
    public async Task<NewToken> CreateAsync(Visitor visitor, string label, TokenScope tokenScope, int? days, CancellationToken cancellationToken)
    {
        if (label.Trim() is not { Length: > 0 and <= LongestLabel } told)
        {
            throw new AccountRefusedException($"Say what the token is for, in 1 to {LongestLabel} characters.");
        }

        if (tokenScope == TokenScope.Write && !visitor.MayChange)
        {
            throw new AccountRefusedException("A guest's token can only read.");
        }

        using var house = scope.EnterHouse();
        var (secret, now) = (Beginning + LoginSecrets.Create(), time.GetUtcNow());
        var row = new AccessTokenRow
        {
            TokenHash = LoginSecrets.Hash(secret),
            Prefix = secret[..ShownLetters],
            Label = told,
            Scope = (byte)tokenScope,
            AccountId = visitor.AccountId,
            ListenerId = visitor.ListenerId,
            CreatedAt = now,
            ExpiresAt = days is { } length ? now.AddDays(Math.Clamp(length, 1, MostDays)) : null,
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.AccessTokens.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return new NewToken(Told(row), secret);
    }

    /// <summary>Whom a token lets in now; null where it is unknown, over or revoked, or its account is closed.</summary>
    public async Task<TokenPass?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        if (secret.Length != Beginning.Length + LoginSecrets.Length)
        {
            return null;
        }

        using var house = scope.EnterHouse();
        var (hash, now) = (LoginSecrets.Hash(secret), time.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await Open(context, now).Where(row => row.TokenHash == hash)
            .Join(context.Accounts.Where(account => account.ClosedAt == null), row => row.AccountId, account => account.Id, (row, account) => new { Row = row, Account = account })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        if (found.Row.LastUsedAt is not { } used || now - used >= s_touchEvery)
        {
            await context.AccessTokens.Where(row => row.Id == found.Row.Id).ExecuteUpdateAsync(change => change.SetProperty(row => row.LastUsedAt, now), cancellationToken);
        }

        var account = Account.Of(found.Account);
        return new TokenPass(new Visitor(account.Id, account.ListenerId, account.Role, account.DisplayName), (TokenScope)found.Row.Scope);
    }

    /// <summary>The tokens of an account that hold, newest first.</summary>
    public async Task<IReadOnlyList<PersonalToken>> ListAsync(int accountId, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await Open(context, time.GetUtcNow()).Where(row => row.AccountId == accountId)
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(Told)];
    }

    /// <summary>Revokes a token at once.</summary>
    /// <returns>False where the account has no such token.</returns>
    public async Task<bool> RevokeAsync(int accountId, int id, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var theirs = context.AccessTokens.Where(row => row.AccountId == accountId && row.Id == id);
        await theirs.Where(row => row.RevokedAt == null).ExecuteUpdateAsync(change => change.SetProperty(row => row.RevokedAt, now), cancellationToken);
        return await theirs.AnyAsync(cancellationToken);
    }

    private static IQueryable<AccessTokenRow> Open(DashboardDbContext context, DateTimeOffset now) =>
        context.AccessTokens.Where(row => row.RevokedAt == null && (row.ExpiresAt == null || row.ExpiresAt > now));

    private static PersonalToken Told(AccessTokenRow row) =>
        new(row.Id, row.Prefix, row.Label, (TokenScope)row.Scope, row.CreatedAt, row.ExpiresAt, row.LastUsedAt);
}
