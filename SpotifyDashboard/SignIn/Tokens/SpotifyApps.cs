using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Spotify;

namespace SpotifyDashboard.SignIn.Tokens;

/// <summary>As which app the dashboard logs in: the one in the settings, else the one entered on the page.</summary>
internal sealed class SpotifyApps(IOptions<SpotifyOptions> options, InstallationFacts facts, SecretBox secrets)
{
    private const string ClientIdFact = "spotify:client-id";
    private const string ClientSecretFact = "spotify:client-secret";
    private const int LongestText = 200;

    /// <summary>Whether the settings name the app; then the page can't change it.</summary>
    public bool IsFromSettings => options.Value.ClientId.Length > 0;

    /// <summary>The app, or null while none is known.</summary>
    public async Task<SpotifyApp?> FindAsync(CancellationToken cancellationToken)
    {
        if (IsFromSettings)
        {
            return new SpotifyApp(options.Value.ClientId, options.Value.ClientSecret is { Length: > 0 } told ? told : null);
        }

        if (await facts.FindAsync(ClientIdFact, cancellationToken) is not { } clientId)
        {
            return null;
        }

        // A secret that no longer opens is as good as none: PKCE carries the login alone.
        var secret = await facts.FindAsync(ClientSecretFact, cancellationToken);
        return new SpotifyApp(clientId, secret is null ? null : secrets.Open(secret));
    }

    /// <summary>Remembers the app entered on the page.</summary>
    /// <param name="clientId">As copied from Spotify's developer site.</param>
    /// <param name="clientSecret">Empty: PKCE alone.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>What is wrong with the text, in a sentence; null where it was stored.</returns>
    public async Task<string?> SaveAsync(string clientId, string clientSecret, CancellationToken cancellationToken)
    {
        if (IsFromSettings)
        {
            return "The client id is set by Spotify:ClientId; change it there.";
        }

        var (id, secret) = (clientId.Trim(), clientSecret.Trim());
        if (!IsPlausible(id) || (secret.Length > 0 && !IsPlausible(secret)))
        {
            return id.Length == 0 ? "Paste the client id of your app." : "That is no client id or secret: both are letters and digits without blanks, usually 32 of them.";
        }

        await facts.SetAsync(ClientSecretFact, secret.Length == 0 ? null : secrets.Seal(secret), cancellationToken);
        await facts.SetAsync(ClientIdFact, id, cancellationToken);
        return null;
    }

    private static bool IsPlausible(string text) => text.Length is > 0 and <= LongestText && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
