using SpotifyDashboard.Ingest.Enrichment;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.SignIn.People.Deletion;
using SpotifyDashboard.SignIn.People.Export;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Operations.People;

/// <summary>What an owner does with the accounts of others.</summary>
internal sealed class PeopleService(AccountDirectory accounts, SessionStore sessions, ListenerDeletion deletion, PersonalExport export, Reenrichment enrichment, ListenerScope scope)
{
    /// <summary>Changes what somebody may do; their sessions end.</summary>
    /// <exception cref="AccountRefusedException">They are a guest, or the last owner.</exception>
    public Task ChangeRoleAsync(int accountId, VisitorRole role, CancellationToken cancellationToken) => accounts.ChangeRoleAsync(accountId, role, cancellationToken);

    /// <summary>Closes an account or opens it again.</summary>
    /// <exception cref="AccountRefusedException">It is the last owner's.</exception>
    public Task SetClosedAsync(int accountId, bool isClosed, CancellationToken cancellationToken) => accounts.SetClosedAsync(accountId, isClosed, cancellationToken);

    /// <summary>Signs somebody out everywhere.</summary>
    public Task SignOutAsync(int accountId, CancellationToken cancellationToken) => sessions.EndAllAsync(accountId, except: null, cancellationToken);

    /// <summary>Asks the outside anew for what somebody's tracks lack.</summary>
    /// <returns>How many questions are asked again.</returns>
    /// <exception cref="AccountRefusedException">There is no such account, or it is a guest's.</exception>
    public async Task<int> EnrichAsync(int accountId, CancellationToken cancellationToken)
    {
        var account = await FindAsync(accountId, cancellationToken);
        using var house = scope.EnterHouse();
        return account.Role == VisitorRole.Guest
            ? throw new AccountRefusedException("A guest has no tracks of their own.")
            : await enrichment.AskAgainAsync(account.ListenerId, cancellationToken);
    }

    /// <summary>Deletes somebody for good; their name is typed, so that nobody is deleted by a slip.</summary>
    /// <returns>The number of the receipt.</returns>
    /// <exception cref="DeletionRefusedException">The name is not theirs, or nobody would be left to run the house.</exception>
    public async Task<string> DeleteAsync(int accountId, string? name, CancellationToken cancellationToken)
    {
        var account = await FindAsync(accountId, cancellationToken);
        if (!string.Equals(name?.Trim(), account.DisplayName.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            throw new DeletionRefusedException($"Type their name exactly as it stands here: {account.DisplayName}.");
        }

        return account.Role == VisitorRole.Guest
            ? await deletion.AskForGuestAsync(account.Id, byOwner: true, cancellationToken)
            : await deletion.AskAsync(account.ListenerId, byOwner: true, successor: null, cancellationToken);
    }

    /// <summary>Writes everything about somebody.</summary>
    public async Task ExportAsync(int accountId, Stream stream, CancellationToken cancellationToken)
    {
        var account = await FindAsync(accountId, cancellationToken);
        await (account.Role == VisitorRole.Guest ? export.WriteGuestAsync(account.Id, stream, cancellationToken) : export.WriteAsync(account.ListenerId, stream, cancellationToken));
    }

    /// <summary>The account.</summary>
    /// <exception cref="AccountRefusedException">There is none.</exception>
    public async Task<Account> FindAsync(int accountId, CancellationToken cancellationToken) =>
        await accounts.FindAsync(accountId, cancellationToken) ?? throw new AccountRefusedException("There is no such account.");
}
