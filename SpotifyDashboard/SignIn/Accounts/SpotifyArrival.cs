using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Decides what a Spotify account that came back from a login is to this house: connected to whoever is signed in, a way in for whoever is known, a new listener with an invitation.</summary>
internal sealed class SpotifyArrival(
    IDbContextFactory<DashboardDbContext> contexts, ListenerScope scope, AccountLink link, AccountDirectory accounts, Enrolment enrolment)
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

        if (await FindKnownAsync(profile, cancellationToken) is { } known)
        {
            var account = await accounts.FindOfListenerAsync(known, cancellationToken)
                ?? throw new LoginException(LoginFailure.Refused, "The account that this Spotify account belonged to is closed.", "Ask the owner of this dashboard.");
            return new LoginOutcome(await link.AttachAsync(app, profile, tokens, cancellationToken, known), account);
        }

        return purpose.InvitationCode is { } code
            ? await JoinAsync(code, app, profile, tokens, cancellationToken)
            : throw new LoginException(
                LoginFailure.OtherAccount,
                $"Nobody here has connected the Spotify account of {profile.DisplayName ?? profile.UserId}.",
                "Sign in with your name and connect Spotify afterwards, or ask the owner for an invitation.");
    }

    private async Task<LoginOutcome> JoinAsync(string code, SpotifyApp app, SpotifyProfile profile, SpotifyTokens tokens, CancellationToken cancellationToken)
    {
        Account account;
        try
        {
            account = await enrolment.JoinAsync(code, new NewAccount(profile.DisplayName ?? profile.UserId, LoginName: null, Password: null), cancellationToken);
        }
        catch (AccountRefusedException exception)
        {
            throw new LoginException(LoginFailure.Refused, exception.Message, hint: null, exception);
        }

        try
        {
            return new LoginOutcome(await link.AttachAsync(app, profile, tokens, cancellationToken, account.ListenerId), account);
        }
        catch
        {
            // Without its Spotify account nobody could ever sign in with it.
            await enrolment.UndoAsync(account, CancellationToken.None);
            throw;
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
