using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Tokens;

/// <summary>Connects the dashboard's listener with a Spotify account, and lets go of it.</summary>
internal sealed partial class AccountLink(
    IDbContextFactory<DashboardDbContext> contexts,
    ListenerDirectory listeners,
    SecretBox secrets,
    ConnectionWatcher watcher,
    TimeProvider time,
    ILogger<AccountLink> logger)
{
    /// <summary>Stores the tokens, whose account it is and when consent was given; whatever was known of earlier logins is replaced.</summary>
    /// <param name="app">The app the tokens belong to.</param>
    /// <param name="profile">Whose account it is.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <param name="to">The listener to connect where accounts are on; null: the one listener of <c>Local</c> mode.</param>
    /// <exception cref="LoginException">The listener has another account, or the account another listener.</exception>
    public async Task<ListenerProfile> AttachAsync(SpotifyApp app, SpotifyProfile profile, SpotifyTokens tokens, CancellationToken cancellationToken, int? to = null)
    {
        // Made only once it is clear that the account may be connected, so that a refused one leaves no trace.
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await RefuseOtherAccountAsync(context, profile, to, cancellationToken);
        }

        var listenerId = to ?? await listeners.GetOrCreateOwnAsync(cancellationToken);
        await StoreAsync(listenerId, app, profile, tokens, isOneOfSeveral: to is not null, cancellationToken);
        LogConnected(listenerId);
        await watcher.LookAsync(cancellationToken, listenerId);
        return await listeners.FindAsync(listenerId, cancellationToken) ?? throw new InvalidOperationException("The listener was deleted while logging in.");
    }

    /// <summary>Forgets the tokens; history, listener and whose account it was stay.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            foreach (var account in await context.SpotifyAccounts.ToListAsync(cancellationToken))
            {
                (account.RefreshToken, account.AccessToken, account.AccessExpiresAt, account.AccessIssuedAt) = (null, null, null, null);
                (account.SetAsideToken, account.NeedsLoginSince, account.NeedsLoginReason) = (null, null, null);
                (account.RefreshedBy, account.RefreshingUntil, account.UpdatedAt) = (null, null, time.GetUtcNow());
                (await context.Listeners.SingleAsync(listener => listener.Id == account.ListenerId, cancellationToken)).AuthorizedAt = null;
            }

            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await watcher.LookAsync(cancellationToken);
    }

    private async Task StoreAsync(int listenerId, SpotifyApp app, SpotifyProfile profile, SpotifyTokens tokens, bool isOneOfSeveral, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (context.Database.IsNpgsql())
        {
            // Two first logins at once: the second must see the first, as SQLite's write lock makes it.
            await context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(20261123)", cancellationToken);
        }

        var known = await RefuseOtherAccountAsync(context, profile, isOneOfSeveral ? listenerId : null, cancellationToken);
        var account = known ?? context.SpotifyAccounts.Add(New(listenerId, profile)).Entity;
        Fill(account, app, profile, tokens, time.GetUtcNow());
        var listener = await context.Listeners.SingleAsync(l => l.Id == account.ListenerId, cancellationToken);
        listener.DisplayName = profile.DisplayName is { Length: > 0 } name ? name : listener.DisplayName;
        listener.ImageUrl = profile.ImageUrl;
        listener.AuthorizedAt = time.GetUtcNow();
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private void Fill(SpotifyAccountRow account, SpotifyApp app, SpotifyProfile profile, SpotifyTokens tokens, DateTimeOffset now)
    {
        (account.AccountId, account.UserId, account.ClientId, account.Scopes) = (profile.AccountId, profile.UserId, app.ClientId, tokens.Scopes ?? "");
        account.RefreshToken = secrets.Seal(tokens.RefreshToken ?? throw new ArgumentException("There is no refresh token to store.", nameof(tokens)));
        (account.AccessToken, account.AccessIssuedAt, account.AccessExpiresAt) = (secrets.Seal(tokens.AccessToken), now, tokens.ExpiresAt);
        (account.NeedsLoginSince, account.NeedsLoginReason, account.SetAsideToken) = (null, null, null);
        (account.RefreshedBy, account.RefreshingUntil, account.UpdatedAt) = (null, null, now);
    }

    /// <summary>The account that is connected or was, null where none.</summary>
    /// <param name="context">The context to look in.</param>
    /// <param name="profile">Whose account wants to be connected.</param>
    /// <param name="to">The listener; null in <c>Local</c> mode, where there is one.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    private static async Task<SpotifyAccountRow?> RefuseOtherAccountAsync(DashboardDbContext context, SpotifyProfile profile, int? to, CancellationToken cancellationToken)
    {
        if (to is not null && await context.SpotifyAccounts.AnyAsync(account => account.ListenerId != to && account.AccountId == profile.AccountId, cancellationToken))
        {
            throw new LoginException(LoginFailure.OtherAccount, "Another listener here has connected this Spotify account.", "Log in to Spotify with your own, or sign in as that listener.");
        }

        var known = await context.SpotifyAccounts.Where(account => to == null || account.ListenerId == to).OrderBy(account => account.ListenerId).FirstOrDefaultAsync(cancellationToken);
        if (known is null || known.AccountId == profile.AccountId || IsSameByUserId(known, profile))
        {
            return known;
        }

        var owner = await context.Listeners.Where(listener => listener.Id == known.ListenerId).Select(listener => listener.DisplayName).SingleAsync(cancellationToken);
        throw new LoginException(
            LoginFailure.OtherAccount,
            $"This dashboard holds the listening of {owner}; you logged in to Spotify as {profile.DisplayName ?? profile.UserId}. Two people's plays would be mixed.",
            $"Log in as {owner}, or give the other account a dashboard with a database of its own.");
    }

    /// <summary>Stored before Spotify gave this account an <c>account_id</c> (contracts, 2.4).</summary>
    private static bool IsSameByUserId(SpotifyAccountRow known, SpotifyProfile profile) => known.AccountId == known.UserId && known.UserId == profile.UserId;

    private static SpotifyAccountRow New(int listenerId, SpotifyProfile profile) => new()
    {
        ListenerId = listenerId,
        AccountId = profile.AccountId,
        UserId = profile.UserId,
        ClientId = "",
        Scopes = "",
    };

    [LoggerMessage(LogLevel.Information, "Listener {ListenerId} is connected to Spotify")]
    private partial void LogConnected(int listenerId);
}
