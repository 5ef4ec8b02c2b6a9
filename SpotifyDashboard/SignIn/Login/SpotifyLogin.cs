using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Login;

/// <summary>Logs a listener in to Spotify: authorization code with PKCE, and with a client secret too where there is one (contracts, 1.3 and 1.4).</summary>
internal sealed class SpotifyLogin(
    SpotifyApps apps,
    SpotifyAccounts service,
    SpotifyClient client,
    LoginAttempts attempts,
    AccountLink link,
    SpotifyArrival arrival,
    ListenerScope visible,
    GrantedScopes granted,
    IOptions<SpotifyOptions> options)
{
    /// <summary>Where Spotify sends the browser back to.</summary>
    public RedirectAddress Redirect => RedirectAddress.Of(options.Value.RedirectUri);

    /// <summary>Begins a login. It asks for what the dashboard always needs and all that was granted before: a new consent replaces the old one.</summary>
    /// <param name="browser">The cookie that binds it to a browser; null where a command begins it.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <param name="isHandedOver">Whether a command wants the code itself.</param>
    /// <param name="scope">What is asked for besides; null for nothing.</param>
    /// <param name="purpose">What it is for where accounts are on; null: what follows from who is signed in.</param>
    /// <exception cref="LoginException">No client id is known, or a guest asks.</exception>
    public async Task<LoginBegun> BeginAsync(
        string? browser, CancellationToken cancellationToken, bool isHandedOver = false, string? scope = null, LoginPurpose? purpose = null)
    {
        purpose ??= UsualPurpose();
        var app = await FindAppAsync(cancellationToken);
        var verifier = LoginSecrets.Create();
        var scopes = await granted.WithAsync(scope, cancellationToken);
        var attempt = new LoginAttempt(LoginSecrets.Create(), verifier, options.Value.RedirectUri, scopes, isHandedOver, purpose);
        await attempts.AddAsync(attempt, browser, cancellationToken);
        return new LoginBegun(service.AuthorizeUrl(app, attempt.RedirectUri, attempt.State, LoginSecrets.Hash(verifier), scopes), attempt.State);
    }

    /// <summary>Completes a login with what came back: once, and only in the browser that began it.</summary>
    /// <exception cref="LoginException">It came to nothing; what is stored is as before.</exception>
    public async Task<LoginOutcome> CompleteAsync(string code, string state, string? browser, CancellationToken cancellationToken)
    {
        var attempt = await attempts.FindAsync(state, browser, cancellationToken);
        if (attempt.IsHandedOver)
        {
            await attempts.HandOverAsync(attempt, code, cancellationToken);
            return new LoginOutcome(Listener: null);
        }

        var (app, tokens) = await ExchangeAsync(attempt, code, cancellationToken);
        return attempt.Purpose is { } purpose
            ? await ArriveAsync(purpose, app, tokens, cancellationToken)
            : new LoginOutcome(await AttachAsync(app, tokens, cancellationToken));
    }

    /// <summary>Exchanges a code and stores nothing: for a command that prints the token.</summary>
    /// <exception cref="LoginException">Spotify refused the code.</exception>
    public async Task<SpotifyTokens> ExchangeAsync(string code, string state, CancellationToken cancellationToken)
    {
        var attempt = await attempts.FindAsync(state, browser: null, cancellationToken);
        return (await ExchangeAsync(attempt, code, cancellationToken)).Tokens;
    }

    /// <summary>Notes that the listener refused at Spotify.</summary>
    /// <returns>Always thrown: the refusal, or why it concerns no login of this browser.</returns>
    public async Task<LoginException> RefuseAsync(string error, string state, string? browser, CancellationToken cancellationToken)
    {
        await attempts.UseAsync(await attempts.FindAsync(state, browser, cancellationToken), cancellationToken);
        return string.Equals(error, "access_denied", StringComparison.Ordinal)
            ? new LoginException(LoginFailure.Denied, "You did not allow the dashboard to read your listening. Nothing was changed.", "Log in again and choose “Agree”.")
            : new LoginException(LoginFailure.Refused, "Spotify ended the login with an error. Nothing was changed.", "Log in again.");
    }

    /// <summary>Finds out whose account the tokens open, and connects the listener with it.</summary>
    /// <exception cref="LoginException">Spotify does not say, or the dashboard belongs to another account.</exception>
    public async Task<Listening.ListenerProfile> AttachAsync(SpotifyApp app, SpotifyTokens tokens, CancellationToken cancellationToken)
    {
        try
        {
            var profile = await client.GetProfileAsync(tokens.AccessToken, app.ListenerId, cancellationToken);
            return await link.AttachAsync(app, profile, tokens, cancellationToken);
        }
        catch (ProviderException exception)
        {
            throw LoginException.Of(exception);
        }
    }

    private async Task<LoginOutcome> ArriveAsync(LoginPurpose purpose, SpotifyApp app, SpotifyTokens tokens, CancellationToken cancellationToken)
    {
        try
        {
            return await arrival.ArriveAsync(purpose, app, await client.GetProfileAsync(tokens.AccessToken, cancellationToken), tokens, cancellationToken);
        }
        catch (ProviderException exception)
        {
            throw LoginException.Of(exception);
        }
    }

    /// <summary>Whoever signed in connects their own account, whoever did not signs in; null in <c>Local</c> mode.</summary>
    private LoginPurpose? UsualPurpose() =>
        !visible.NeedsVisitor ? null
        : visible.IsReadOnly ? throw new LoginException(LoginFailure.Refused, "Guests have no Spotify account to connect here.")
        : visible.ListenerId is { } listener and > 0 ? LoginPurpose.Connect(listener) : LoginPurpose.Enter;

    private async Task<(SpotifyApp App, SpotifyTokens Tokens)> ExchangeAsync(LoginAttempt attempt, string code, CancellationToken cancellationToken)
    {
        var app = await FindAppAsync(cancellationToken);
        await attempts.UseAsync(attempt, cancellationToken);
        if (attempt.Verifier is not { } verifier)
        {
            throw new LoginException(LoginFailure.UnknownState, KeyRingCanary.LostReason, "Begin the login again.");
        }

        try
        {
            var tokens = await service.ExchangeAsync(app, code, attempt.RedirectUri, verifier, cancellationToken);
            return tokens.RefreshToken is null
                ? throw new LoginException(LoginFailure.Refused, "Spotify gave no refresh token, so the login would end within the hour.", "Log in again.")
                : (app, tokens with { Scopes = tokens.Scopes ?? attempt.Scopes }); // told only where they differ (RFC 6749, 5.1)
        }
        catch (ProviderException exception)
        {
            throw LoginException.Of(exception);
        }
    }

    private async Task<SpotifyApp> FindAppAsync(CancellationToken cancellationToken) =>
        await apps.FindAsync(cancellationToken)
        ?? throw new LoginException(LoginFailure.NotConfigured, "No client id is known yet.", "Set Spotify:ClientId, or enter it on the page /connect.");
}
