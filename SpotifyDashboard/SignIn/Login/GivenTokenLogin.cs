using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.SignIn.Tokens;

namespace SpotifyDashboard.SignIn.Login;

/// <summary>Logs in with the refresh token of the settings; an account that is connected wins over it.</summary>
internal sealed class GivenTokenLogin(GivenRefreshToken given, SpotifyConnection connection, SpotifyApps apps, SpotifyAccounts service, SpotifyLogin login)
{
    /// <summary>Exchanges the token, finds out whose it is, and connects the listener. Consent is counted from now: the token does not say when it was given.</summary>
    /// <exception cref="Providers.Http.ProviderException">Spotify refused the token, or could not be asked.</exception>
    /// <exception cref="LoginException">The account was refused.</exception>
    public async Task RunAsync(string refreshToken, CancellationToken cancellationToken)
    {
        if (await apps.FindAsync(cancellationToken) is not { } app || (await connection.ReadAsync(cancellationToken)).State == ConnectionState.Connected)
        {
            return;
        }

        // From here on not cancelled: the token in the settings may be dead once Spotify has answered.
        var tokens = await service.RefreshAsync(app, refreshToken, CancellationToken.None);
        if (tokens.RefreshToken is { } replaced)
        {
            await given.KeepReplacedAsync(replaced, CancellationToken.None);
        }

        await login.AttachAsync(app, tokens with { RefreshToken = tokens.RefreshToken ?? refreshToken }, CancellationToken.None);
        await given.MarkTriedAsync(refused: null, CancellationToken.None);
    }
}
