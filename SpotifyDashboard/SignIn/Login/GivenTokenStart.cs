using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Login;

/// <summary>Checks the key ring, then logs in with the refresh token of the settings, where nobody else has: the start of a machine without a browser.</summary>
internal sealed partial class GivenTokenStart(
    KeyRingCanary canary,
    GivenRefreshToken given,
    ListenerScope scope,
    IServiceProvider services,
    TimeProvider time,
    ILogger<GivenTokenStart> logger) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before anything else asks for a token.
        await canary.CheckAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (scope.NeedsVisitor)
        {
            // With accounts a token would have to say whose it is: each connects their own on the page /connect.
            if (given.IsSet)
            {
                LogIgnored();
            }

            return;
        }

        using var timer = new PeriodicTimer(s_pause, time);
        while (!await TryAsync(stoppingToken) && await timer.WaitForNextTickAsync(stoppingToken))
        {
            // An outage at the start: Spotify is asked again every minute.
        }
    }

    /// <summary>Whether there is nothing more to try.</summary>
    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Asked for only here: most starts have no such token, and need no clients for it.
            if (await given.FindUntriedAsync(cancellationToken) is { } refreshToken)
            {
                await services.GetRequiredService<GivenTokenLogin>().RunAsync(refreshToken, cancellationToken);
            }

            return true;
        }
        catch (Exception exception) when (IsPassing(exception))
        {
            LogWaiting(exception.Message);
            return false;
        }
        catch (Exception exception) when (exception is LoginException or ProviderException)
        {
            LogRefused(exception.Message);
            await given.MarkTriedAsync(exception.Message, CancellationToken.None);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The loop is the outermost frame: an exception that leaves it stops the whole host.
            LogFailed(exception);
            return false;
        }
    }

    private static bool IsPassing(Exception exception) =>
        exception is LoginException { Failure: LoginFailure.Unavailable } or ProviderException { Failure: Failure.Retry or Failure.WaitUntil };

    [LoggerMessage(LogLevel.Warning, "SPOTIFY_REFRESH_TOKEN (Spotify:RefreshToken) is not used while Access:Mode is Accounts, where everybody connects their own Spotify account: sign in, open /connect and log in there, then remove the setting")]
    private partial void LogIgnored();

    [LoggerMessage(LogLevel.Warning, "Could not log in to Spotify with SPOTIFY_REFRESH_TOKEN yet; the next try is due in a minute: {Reason}")]
    private partial void LogWaiting(string reason);

    [LoggerMessage(LogLevel.Warning, "Spotify did not take SPOTIFY_REFRESH_TOKEN; log in on the page /connect: {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(LogLevel.Warning, "Logging in to Spotify with SPOTIFY_REFRESH_TOKEN failed; the next try is due in a minute")]
    private partial void LogFailed(Exception exception);
}
