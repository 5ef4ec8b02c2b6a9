using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Tokens;

/// <summary>One refresh of one listener's tokens, by whoever holds the lease: asks Spotify, stores, and only then hands out.</summary>
internal sealed partial class TokenRefresh(
    AccountStore accounts,
    SpotifyAccounts service,
    SpotifyApps apps,
    SecretBox secrets,
    ConnectionWatcher watcher,
    TimeProvider time,
    ILogger<TokenRefresh> logger)
{
    /// <summary>How long one process may refresh before another may try.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    // Well within the lease: two at once with the same token would make Spotify revoke both.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(100);

    /// <summary>The new access token; null where a login has replaced the tokens meanwhile.</summary>
    /// <exception cref="ProviderException">Spotify refused the refresh token (then it is set aside), or could not be asked.</exception>
    public async Task<string?> RunAsync(SpotifyAccountRow account, string owner)
    {
        if (account.RefreshToken is not { } stored || secrets.Open(stored) is not { } refreshToken)
        {
            return await RefuseAsync(account, KeyRingCanary.LostReason, cause: null);
        }

        try
        {
            var app = await apps.FindForAsync(account.ListenerId, CancellationToken.None) ?? throw new ProviderException("spotify", Failure.Misconfigured, "No Spotify app (client id) is set.");
            var tokens = await AskAsync(app, refreshToken);
            return await accounts.StoreAsync(account, tokens) ? tokens.AccessToken : null;
        }
        catch (ProviderException exception) when (exception.Failure == Failure.LogInAgain)
        {
            return await RefuseAsync(account, exception.Message, exception);
        }
        finally
        {
            await accounts.ReleaseAsync(account.ListenerId, owner);
        }
    }

    private async Task<SpotifyTokens> AskAsync(SpotifyApp app, string refreshToken)
    {
        using var patience = new CancellationTokenSource(s_longest, time);
        try
        {
            return await service.RefreshAsync(app, refreshToken, patience.Token);
        }
        catch (OperationCanceledException exception)
        {
            throw new ProviderException("spotify", Failure.Retry, "Spotify's accounts service did not answer in time.", exception);
        }
    }

    private async Task<string?> RefuseAsync(SpotifyAccountRow account, string reason, Exception? cause)
    {
        if (!await accounts.SetAsideAsync(account, reason))
        {
            return null;
        }

        LogRefused(account.ListenerId, reason);
        await watcher.LookAsync(CancellationToken.None);
        throw new ProviderException("spotify", Failure.LogInAgain, reason, cause) { Hint = "Log in again on the page /connect; your history is untouched." };
    }

    [LoggerMessage(LogLevel.Warning, "Spotify needs listener {ListenerId} to log in again: {Reason}")]
    private partial void LogRefused(int listenerId, string reason);
}
