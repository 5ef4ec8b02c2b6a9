using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Session;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.People.Deletion;

/// <summary>Takes wishes to be deleted: shuts every door at once, and leaves the rest to <see cref="DeletionRunner"/>.</summary>
internal sealed class ListenerDeletion(IDbContextFactory<DashboardDbContext> contexts, ListenerScope scope, DeletionRunner runner, TimeProvider time)
{
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int LettersOfNumber = 16;

    /// <summary>Asks for a listener to be deleted with their accounts and their guests'. From now on nobody signs in as them, and nothing of theirs is shown or polled.</summary>
    /// <param name="listenerId">Whom.</param>
    /// <param name="byOwner">Whether an owner asks, not they themselves.</param>
    /// <param name="successor">The account that becomes an owner in their place; null for none.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>The number of the receipt.</returns>
    /// <exception cref="DeletionRefusedException">There is no such listener, or nobody would be left to run the house.</exception>
    public async Task<string> AskAsync(int listenerId, bool byOwner, int? successor, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await context.Deletions.Where(row => row.SubjectId == listenerId && !row.IsAccountOnly).Select(row => row.Number).FirstOrDefaultAsync(cancellationToken) is { } asked)
        {
            return asked;
        }

        if (!await context.Listeners.AnyAsync(listener => listener.Id == listenerId && !listener.IsDemo, cancellationToken))
        {
            throw new DeletionRefusedException("There is no such listener.");
        }

        await KeepAnOwnerAsync(context, listenerId, successor, cancellationToken);
        await ShutDoorsAsync(context, listenerId, cancellationToken);
        return await NoteAsync(context, transaction, listenerId, isAccountOnly: false, byOwner, cancellationToken);
    }

    /// <summary>Asks for the account of a guest to be deleted; whose dashboard they saw is not touched.</summary>
    /// <returns>The number of the receipt.</returns>
    /// <exception cref="DeletionRefusedException">It is no guest's.</exception>
    public async Task<string> AskForGuestAsync(int accountId, bool byOwner, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await context.Deletions.Where(row => row.SubjectId == accountId && row.IsAccountOnly).Select(row => row.Number).FirstOrDefaultAsync(cancellationToken) is { } asked)
        {
            return asked;
        }

        var changed = await context.Accounts.Where(account => account.Id == accountId && account.Role == (byte)VisitorRole.Guest).ExecuteUpdateAsync(
            change => change.SetProperty(a => a.ClosedAt, now).SetProperty(a => a.SecurityVersion, a => a.SecurityVersion + 1), cancellationToken);
        if (changed == 0)
        {
            throw new DeletionRefusedException("There is no such guest.");
        }

        await context.Sessions.Where(session => session.AccountId == accountId && session.RevokedAt == null)
            .ExecuteUpdateAsync(change => change.SetProperty(session => session.RevokedAt, now), cancellationToken);
        await context.Invitations.Where(invitation => invitation.UsedBy == accountId).ExecuteDeleteAsync(cancellationToken);
        return await NoteAsync(context, transaction, accountId, isAccountOnly: true, byOwner, cancellationToken);
    }

    /// <summary>A deletion by its receipt's number, or null.</summary>
    public async Task<DeletionRow?> FindAsync(string number, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Deletions.AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, cancellationToken);
    }

    /// <summary>All deletions, newest first.</summary>
    public async Task<IReadOnlyList<DeletionRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Deletions.AsNoTracking().OrderByDescending(row => row.AskedAt).ToListAsync(cancellationToken);
    }

    private async Task<string> NoteAsync(
        DashboardDbContext context,
        Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction,
        int subject,
        bool isAccountOnly,
        bool byOwner,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var number = $"{now.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetString(Letters, LettersOfNumber)}";
        context.Deletions.Add(new DeletionRow { Number = number, SubjectId = subject, IsAccountOnly = isAccountOnly, ByOwner = byOwner, AskedAt = now });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        runner.Wake();
        return number;
    }

    private static async Task KeepAnOwnerAsync(DashboardDbContext context, int listenerId, int? successor, CancellationToken cancellationToken)
    {
        if (successor is { } next)
        {
            var named = await context.Accounts
                .Where(account => account.Id == next && account.ListenerId != listenerId && account.ClosedAt == null && account.Role == (byte)VisitorRole.Listener)
                .ExecuteUpdateAsync(
                    change => change.SetProperty(a => a.Role, (byte)VisitorRole.Owner).SetProperty(a => a.SecurityVersion, a => a.SecurityVersion + 1), cancellationToken);
            if (named == 0)
            {
                throw new DeletionRefusedException("Whoever is to run the house must be a listener with an open account.");
            }
        }

        var owners = context.Accounts.Where(account => account.Role == (byte)VisitorRole.Owner && account.ClosedAt == null);
        if (await owners.AnyAsync(account => account.ListenerId == listenerId, cancellationToken) && !await owners.AnyAsync(account => account.ListenerId != listenerId, cancellationToken))
        {
            throw new DeletionRefusedException("You are the only owner. Make somebody else an owner first; then you can go.");
        }
    }

    private async Task ShutDoorsAsync(DashboardDbContext context, int listenerId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await context.Accounts.Where(account => account.ListenerId == listenerId).ExecuteUpdateAsync(
            change => change.SetProperty(a => a.ClosedAt, now).SetProperty(a => a.SecurityVersion, a => a.SecurityVersion + 1), cancellationToken);
        await context.Sessions.Where(session => session.ListenerId == listenerId && session.RevokedAt == null)
            .ExecuteUpdateAsync(change => change.SetProperty(session => session.RevokedAt, now), cancellationToken);
        await context.AccessTokens.Where(token => token.ListenerId == listenerId && token.RevokedAt == null)
            .ExecuteUpdateAsync(change => change.SetProperty(token => token.RevokedAt, now), cancellationToken);
        await context.ShareLinks.Where(link => link.ListenerId == listenerId && link.RevokedAt == null)
            .ExecuteUpdateAsync(change => change.SetProperty(link => link.RevokedAt, now), cancellationToken);
        await context.Invitations.Where(invitation => invitation.ListenerId == listenerId && invitation.RevokedAt == null)
            .ExecuteUpdateAsync(change => change.SetProperty(invitation => invitation.RevokedAt, now), cancellationToken);
        await context.SpotifyAccounts.Where(account => account.ListenerId == listenerId).ExecuteUpdateAsync(
            change => change.SetProperty(a => a.RefreshToken, (string?)null).SetProperty(a => a.AccessToken, (string?)null).SetProperty(a => a.SetAsideToken, (string?)null),
            cancellationToken);
    }
}
