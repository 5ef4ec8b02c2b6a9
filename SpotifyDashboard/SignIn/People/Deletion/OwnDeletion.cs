using System.Net;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;

namespace SpotifyDashboard.SignIn.People.Deletion;

/// <summary>Lets somebody delete themselves, once they have shown again who they are and typed their name.</summary>
internal sealed class OwnDeletion(ListenerDeletion deletion, AccountDirectory accounts, PasswordSignIn passwords, SessionStore sessions, TimeProvider time)
{
    /// <summary>How long ago somebody without a password may have signed in.</summary>
    public static readonly TimeSpan FreshSession = TimeSpan.FromMinutes(10);

    /// <summary>What to do where the session is too old.</summary>
    public const string SignInAgainWords = "Sign out and in again, then come back within ten minutes.";

    /// <summary>Asks for the visitor's own deletion.</summary>
    /// <param name="visitor">Who.</param>
    /// <param name="session">The session they ask from.</param>
    /// <param name="wish">What they typed.</param>
    /// <param name="from">Where the request comes from, for the counting of guesses.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>The number of the receipt.</returns>
    /// <exception cref="DeletionRefusedException">The name or password is not theirs, they signed in too long ago, or they are the only owner.</exception>
    public async Task<string> AskAsync(Visitor visitor, int? session, OwnDeletionWish wish, IPAddress? from, CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(visitor.AccountId, cancellationToken) ?? throw new DeletionRefusedException("There is no such account any more.");
        if (!string.Equals(wish.Name?.Trim(), account.DisplayName.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            throw new DeletionRefusedException($"Type your name exactly as it stands here: {account.DisplayName}.");
        }

        await ShowAgainAsync(account, session, wish.Password, from, cancellationToken);
        return visitor.Role == VisitorRole.Guest
            ? await deletion.AskForGuestAsync(account.Id, byOwner: false, cancellationToken)
            : await deletion.AskAsync(account.ListenerId, byOwner: false, wish.Successor, cancellationToken);
    }

    private async Task ShowAgainAsync(Account account, int? session, string? password, IPAddress? from, CancellationToken cancellationToken)
    {
        if (account is { HasPassword: true, LoginName: { } name })
        {
            var answer = await passwords.TryAsync(name, password ?? "", from, cancellationToken);
            if (answer.Account?.Id != account.Id)
            {
                throw new DeletionRefusedException(answer.WaitUntil is null ? "That is not your password." : "Too many wrong passwords. Try again in a while.");
            }

            return;
        }

        var own = (await sessions.ListAsync(account.Id, cancellationToken)).FirstOrDefault(one => one.Id == session);
        if (own is null || time.GetUtcNow() - own.CreatedAt > FreshSession)
        {
            throw new DeletionRefusedException(SignInAgainWords);
        }
    }
}
