namespace SpotifyDashboard.Providers.Spotify;

/// <summary>Spotify's accounts service: the address of the consent page, and tokens for codes and refresh tokens (contracts, section 1).</summary>
public sealed class SpotifyAccounts
{
    /// <summary>What the dashboard asks for.</summary>
    public const string Scopes = "user-read-recently-played user-top-read user-library-read user-read-currently-playing user-read-private";

    /// <summary>The address of the consent page.</summary>
    /// <param name="app">The app that asks.</param>
    /// <param name="redirectUri">Where the browser is sent back to, exactly as registered.</param>
    /// <param name="state">Random, bound to the browser.</param>
    /// <param name="codeChallenge">SHA-256 of the PKCE verifier, base64url without padding.</param>
    public Uri AuthorizeUrl(SpotifyApp app, string redirectUri, string state, string codeChallenge) => throw new NotSupportedException();

    /// <summary>Tokens for the code that came back.</summary>
    /// <exception cref="Http.ProviderException">The code was refused (<see cref="Http.Failure.LogInAgain"/>), the app is wrong (Misconfigured), or no sense could be had of the service.</exception>
    public Task<SpotifyTokens> ExchangeAsync(SpotifyApp app, string code, string redirectUri, string verifier, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>A new access token, and maybe a new refresh token.</summary>
    /// <exception cref="Http.ProviderException">As for <see cref="ExchangeAsync"/>.</exception>
    public Task<SpotifyTokens> RefreshAsync(SpotifyApp app, string refreshToken, CancellationToken cancellationToken) => throw new NotSupportedException();
}
