using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Session;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>The accounts of this installation: found, listed and changed. Making them is <see cref="Enrolment"/>'s.</summary>
/// <remarks>Whatever makes an account less than it was (another password or role, closing) ends its sessions.</remarks>
internal sealed class AccountDirectory(
    IDbContextFactory<DashboardDbContext> contexts, ListenerScope scope, SessionStore sessions, Passwords passwords, TimeProvider time)
{
    private const string LastOwnerWords = "This is the only owner; make somebody else one first.";
    private const int LongestName = 100;

    /// <summary>Whether anybody has an account.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Accounts.AnyAsync(cancellationToken);
    }

    /// <summary>The account with this number, or null.</summary>
    public async Task<Account?> FindAsync(int accountId, CancellationToken cancellationToken) =>
        await FindRowAsync(row => row.Id == accountId, cancellationToken) is { } row ? Account.Of(row) : null;

    /// <summary>The open account of a listener's own, not of their guests; null where there is none.</summary>
    public async Task<Account?> FindOfListenerAsync(int listenerId, CancellationToken cancellationToken) =>
        await FindRowAsync(row => row.ListenerId == listenerId && row.Role != (byte)VisitorRole.Guest && row.ClosedAt == null, cancellationToken) is { } row ? Account.Of(row) : null;

    /// <summary>All accounts, the oldest first.</summary>
    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await context.Accounts.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken)).Select(Account.Of)];
    }

    /// <summary>The open account that a name and a password open; null where they open none. Takes as long for a name that nobody has.</summary>
    public async Task<Account?> FindByPasswordAsync(string loginName, string password, CancellationToken cancellationToken)
    {
        var normalised = LoginNames.Normalise(loginName);
        var row = await FindRowAsync(account => account.LoginName == normalised, cancellationToken);
        if (!passwords.Verify(row, password.Length > PasswordRules.Longest ? "" : password, out var rehashed) || row is null or { ClosedAt: not null })
        {
            return null;
        }

        if (rehashed is not null)
        {
            using var house = scope.EnterHouse();
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await context.Accounts.Where(account => account.Id == row.Id && account.PasswordHash == row.PasswordHash)
                .ExecuteUpdateAsync(change => change.SetProperty(account => account.PasswordHash, rehashed), cancellationToken);
        }

        return Account.Of(row);
    }

    /// <summary>Changes how the dashboard calls somebody.</summary>
    public Task RenameAsync(int accountId, string displayName, CancellationToken cancellationToken) => ChangeAsync(
        accountId,
        row => row.DisplayName = displayName.Trim() is { Length: > 0 and <= LongestName } name ? name : throw new AccountRefusedException($"A name has 1 to {LongestName} characters."),
        cancellationToken);

    /// <summary>Sets name and password to sign in with; other sessions than <paramref name="session"/> end.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="current">The password until now; not looked at where there is none yet.</param>
    /// <param name="loginName">The name to sign in with.</param>
    /// <param name="password">The new password.</param>
    /// <param name="session">The session that goes on; null for none.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <exception cref="AccountRefusedException">The current password is wrong, the name is taken, or one of them can't be had.</exception>
    public async Task SetPasswordAsync(int accountId, string? current, string loginName, string password, int? session, CancellationToken cancellationToken)
    {
        var normalised = LoginNames.Normalise(loginName);
        if ((LoginNames.WhyRefused(normalised) ?? PasswordRules.WhyRefused(password, normalised)) is { } refusal)
        {
            throw new AccountRefusedException(refusal);
        }

        await ChangeAsync(
            accountId,
            row =>
            {
                if (row.PasswordHash is not null && !passwords.Verify(row, current ?? "", out _))
                {
                    throw new AccountRefusedException("The current password is not right.");
                }

                (row.LoginName, row.PasswordHash) = (normalised, passwords.Hash(password));
                row.SecurityVersion++;
            },
            cancellationToken);
        await sessions.EndAllAsync(accountId, session, cancellationToken);
    }

    /// <summary>Changes what somebody may do. Guests stay guests: they have no listener of their own.</summary>
    /// <exception cref="AccountRefusedException">It is the last owner, or a guest.</exception>
    public async Task ChangeRoleAsync(int accountId, VisitorRole role, CancellationToken cancellationToken)
    {
        await ChangeAsync(
            accountId,
            row =>
            {
                if ((VisitorRole)row.Role == VisitorRole.Guest || role == VisitorRole.Guest)
                {
                    throw new AccountRefusedException("Guests have no plays of their own; invite them anew as a listener.");
                }

                row.Role = (byte)role;
                row.SecurityVersion++;
            },
            cancellationToken);
        await sessions.EndAllAsync(accountId, except: null, cancellationToken);
    }

    /// <summary>Closes an account, or opens it again: nothing of theirs is deleted, but nobody signs in with it.</summary>
    /// <exception cref="AccountRefusedException">It is the last owner.</exception>
    public async Task SetClosedAsync(int accountId, bool isClosed, CancellationToken cancellationToken)
    {
        await ChangeAsync(
            accountId,
            row =>
            {
                row.ClosedAt = isClosed ? time.GetUtcNow() : null;
                row.SecurityVersion++;
            },
            cancellationToken);
        if (isClosed)
        {
            await sessions.EndAllAsync(accountId, except: null, cancellationToken);
        }
    }

    /// <summary>Refuses what would leave the house without an owner who can sign in; called with the change made and not yet stored.</summary>
    private static async Task RefuseWithoutOwnerAsync(DashboardDbContext context, AccountRow changed, CancellationToken cancellationToken)
    {
        var isOwner = changed.Role == (byte)VisitorRole.Owner && changed.ClosedAt is null;
        if (!isOwner && !await context.Accounts.AnyAsync(row => row.Id != changed.Id && row.Role == (byte)VisitorRole.Owner && row.ClosedAt == null, cancellationToken))
        {
            throw new AccountRefusedException(LastOwnerWords);
        }
    }

    private async Task ChangeAsync(int accountId, Action<AccountRow> change, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await Enrolment.BeginAsync(context, cancellationToken);
        var row = await context.Accounts.SingleOrDefaultAsync(account => account.Id == accountId, cancellationToken)
            ?? throw new AccountRefusedException("There is no such account any more.");
        change(row);
        if (await context.Accounts.AnyAsync(other => other.Id != row.Id && other.LoginName != null && other.LoginName == row.LoginName, cancellationToken))
        {
            throw new AccountRefusedException(Enrolment.TakenWords);
        }

        await RefuseWithoutOwnerAsync(context, row, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<AccountRow?> FindRowAsync(System.Linq.Expressions.Expression<Func<AccountRow, bool>> which, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Accounts.AsNoTracking().OrderBy(row => row.Id).FirstOrDefaultAsync(which, cancellationToken);
    }
}
