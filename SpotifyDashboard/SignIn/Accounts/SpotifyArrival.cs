using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Decides what a Spotify account that came back from a login is to this house: connected to whoever is signed in, a way in for whoever is known, a new listener with an invitation.</summary>
internal sealed class SpotifyArrival(
    IDbContextFactory<DashboardDbContext> contexts,
    ListenerScope scope,
    ListenerDirectory listeners,
    SpotifyApps apps,
    AccountLink link,
    AccountDirectory accounts,
    Enrolment enrolment)
{
    /// <summary>Connects the account and says who is signed in by it.</summary>
    /// <exception cref="LoginException">The Spotify account is another listener's, or nobody's and there is no invitation for it.</exception>
    public async Task<LoginOutcome> ArriveAsync(LoginPurpose purpose, SpotifyApp app, SpotifyProfile profile, SpotifyTokens tokens, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        if (purpose.ListenerId is { } listenerId)
        {
            return new LoginOutcome(await link.AttachAsync(app, profile, tokens, cancellationToken, listenerId));
        }

        if (purpose.SetupCode is { } setupCode)
        {
            return await EnrolAsync(
                wanted => enrolment.SetUpAsync(setupCode, wanted, cancellationToken),
                account => enrolment.UndoSetUpAsync(account, setupCode, CancellationToken.None));
        }

        if (await FindKnownAsync(profile, cancellationToken) is { } known)
        {
            var account = await accounts.FindOfListenerAsync(known, cancellationToken)
                ?? throw new LoginException(LoginFailure.Refused, "The account that this Spotify account belonged to is closed.", "Ask the owner of this dashboard.");
            return new LoginOutcome(await AttachOrKeepAsync(known, app, profile, tokens, cancellationToken), account);
        }

        return purpose.InvitationCode is { } code
            ? await EnrolAsync(wanted => enrolment.JoinAsync(code, wanted, cancellationToken), account => enrolment.UndoAsync(account, CancellationToken.None))
            : throw new LoginException(
                LoginFailure.OtherAccount,
                $"Nobody here has connected the Spotify account of {profile.DisplayName ?? profile.UserId}.",
                "Sign in with your name and connect Spotify afterwards, or ask the owner for an invitation.");

        async Task<LoginOutcome> EnrolAsync(Func<NewAccount, Task<Account>> enrolAsync, Func<Account, Task> undoAsync)
        {
            var account = await MakeAsync(profile, enrolAsync);
            try
            {
                return new LoginOutcome(await link.AttachAsync(app, profile, tokens, cancellationToken, account.ListenerId), account);
            }
            catch
            {
                // Without its Spotify account nobody could ever sign in with it.
                await undoAsync(account);
                throw;
            }
        }
    }

    /// <summary>Renews the connection by the way, unless the listener collects through an app of their own: its tokens would be lost for some that their app can't refresh.</summary>
    private async Task<ListenerProfile> AttachOrKeepAsync(int listenerId, SpotifyApp app, SpotifyProfile profile, SpotifyTokens tokens, CancellationToken cancellationToken) =>
        await apps.FindOwnAsync(listenerId, cancellationToken) is { } own && own.ClientId != app.ClientId
            ? await listeners.FindAsync(listenerId, cancellationToken) ?? throw new InvalidOperationException("The listener was deleted while logging in.")
            : await link.AttachAsync(app, profile, tokens, cancellationToken, listenerId);

    private static async Task<Account> MakeAsync(SpotifyProfile profile, Func<NewAccount, Task<Account>> enrolAsync)
    {
        try
        {
            return await enrolAsync(new NewAccount(profile.DisplayName ?? profile.UserId, LoginName: null, Password: null));
        }
        catch (AccountRefusedException exception)
        {
            throw new LoginException(LoginFailure.Refused, exception.Message, hint: null, exception);
        }
    }

    private async Task<int?> FindKnownAsync(SpotifyProfile profile, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SpotifyAccounts
            .Where(row => row.AccountId == profile.AccountId || (row.AccountId == row.UserId && row.UserId == profile.UserId))
            .OrderBy(row => row.ListenerId)
            .Select(row => (int?)row.ListenerId)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
