using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.Spotify;

/// <summary>Spotify's accounts service: the address of the consent page, and tokens for codes and refresh tokens (contracts, section 1).</summary>
public sealed class SpotifyAccounts
{
    /// <summary>What making playlists takes; asked for only when the listener wants one.</summary>
    public const string PlaylistScope = "playlist-modify-private";

    /// <summary>What the dashboard asks for.</summary>
    public const string Scopes = "user-read-recently-played user-top-read user-library-read user-read-currently-playing user-read-private";

    private const int UntoldLifeSeconds = 3600;

    private readonly ServiceCaller _caller;
    private readonly string _address;
    private readonly TimeProvider _time;

    internal SpotifyAccounts(ServiceCaller caller, IOptions<SpotifyOptions> options, TimeProvider time)
    {
        _caller = caller;
        _address = options.Value.AccountsUrl;
        _time = time;
    }

    /// <summary>The address of the consent page.</summary>
    /// <param name="app">The app that asks.</param>
    /// <param name="redirectUri">Where the browser is sent back to, exactly as registered.</param>
    /// <param name="state">Random, bound to the browser.</param>
    /// <param name="codeChallenge">SHA-256 of the PKCE verifier, base64url without padding.</param>
    /// <param name="scopes">What is asked for, separated by blanks.</param>
    public Uri AuthorizeUrl(SpotifyApp app, string redirectUri, string state, string codeChallenge, string scopes = Scopes)
    {
        ArgumentNullException.ThrowIfNull(app);
        (string Name, string Value)[] query =
        [
            ("client_id", app.ClientId),
            ("response_type", "code"),
            ("redirect_uri", redirectUri),
            ("scope", scopes),
            ("state", state),
            ("code_challenge_method", "S256"),
            ("code_challenge", codeChallenge),
        ];
        return ServiceAddress.Under(_address, $"authorize?{string.Join('&', query.Select(static part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"))}");
    }

    /// <summary>Tokens for the code that came back.</summary>
    /// <exception cref="ProviderException">The code was refused (<see cref="Failure.LogInAgain"/>), the app is wrong (Misconfigured), or no sense could be had of the service.</exception>
    public Task<SpotifyTokens> ExchangeAsync(SpotifyApp app, string code, string redirectUri, string verifier, CancellationToken cancellationToken) =>
        AskAsync(
            app,
            [new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", redirectUri), new("code_verifier", verifier)],
            [code, verifier],
            cancellationToken);

    /// <summary>A new access token, and maybe a new refresh token.</summary>
    /// <exception cref="ProviderException">As for <see cref="ExchangeAsync"/>.</exception>
    public Task<SpotifyTokens> RefreshAsync(SpotifyApp app, string refreshToken, CancellationToken cancellationToken) =>
        AskAsync(app, [new("grant_type", "refresh_token"), new("refresh_token", refreshToken)], [refreshToken], cancellationToken);

    private Task<SpotifyTokens> AskAsync(SpotifyApp app, List<KeyValuePair<string, string>> form, string[] secrets, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(app);
        string? login = null;
        if (string.IsNullOrEmpty(app.ClientSecret))
        {
            form.Add(new("client_id", app.ClientId));
        }
        else
        {
            login = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{app.ClientId}:{app.ClientSecret}"))}";
        }

        var call = new ServiceCall("/api/token", ServiceAddress.Under(_address, "api/token"))
        {
            Authorization = login,
            Form = form,
            Secrets = [.. secrets, app.ClientSecret ?? "", login ?? ""],
        };

        // Counted from before it was asked for: better too early than too late.
        var asked = _time.GetUtcNow();
        return _caller.CallAsync(call, json => Read(json, asked), cancellationToken);
    }

    private static SpotifyTokens Read(JsonElement json, DateTimeOffset asked)
    {
        var life = json.NumberOf("expires_in")
            ?? (double.TryParse(json.TextOf("expires_in"), NumberStyles.None, CultureInfo.InvariantCulture, out var text) ? text : UntoldLifeSeconds);
        return new SpotifyTokens(
            json.RequiredText("access_token"),
            asked + TimeSpan.FromSeconds(Math.Clamp(life, 0, TimeSpan.FromDays(1).TotalSeconds)),
            json.TextOf("refresh_token") is { Length: > 0 } refresh ? refresh : null,
            json.TextOf("scope"));
    }
}
