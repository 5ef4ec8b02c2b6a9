using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Spotify;

namespace SpotifyDashboard.SignIn.Tokens;

/// <summary>Keeps account of the refresh token in the settings (<c>SPOTIFY_REFRESH_TOKEN</c>): each one is tried once, because Spotify may replace it at its first use.</summary>
internal sealed class GivenRefreshToken(IOptions<SpotifyOptions> options, InstallationFacts facts, SecretBox secrets)
{
    private const string TriedFact = "refresh-token:tried";
    private const string RefusedFact = "refresh-token:refused";
    private const string ReplacedFact = "refresh-token:replaced";

    /// <summary>Whether the settings name one.</summary>
    public bool IsSet => Setting.Length > 0;

    private string Setting => options.Value.RefreshToken.Trim();

    /// <summary>The token to begin with; null where none is set, or the one that is set has been tried.</summary>
    public async Task<string?> FindUntriedAsync(CancellationToken cancellationToken)
    {
        if (Setting.Length == 0 || await facts.FindAsync(TriedFact, cancellationToken) == Fingerprint())
        {
            return null;
        }

        // An earlier start got a new token for it, but could not learn whose account it opens.
        var replaced = await facts.FindAsync(ReplacedFact, cancellationToken);
        return replaced?.Split(' ') is [var of, var sealedToken] && of == Fingerprint() ? secrets.Open(sealedToken) ?? Setting : Setting;
    }

    /// <summary>Keeps the token that Spotify gave in place of the one that is set.</summary>
    public Task KeepReplacedAsync(string refreshToken, CancellationToken cancellationToken) =>
        facts.SetAsync(ReplacedFact, $"{Fingerprint()} {secrets.Seal(refreshToken)}", cancellationToken);

    /// <summary>Remembers that the token has been used up.</summary>
    /// <param name="refused">Why it was refused; null where it worked.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task MarkTriedAsync(string? refused, CancellationToken cancellationToken)
    {
        await facts.SetAsync(RefusedFact, refused, cancellationToken);
        await facts.SetAsync(TriedFact, Fingerprint(), cancellationToken);
        await facts.SetAsync(ReplacedFact, value: null, cancellationToken);
    }

    /// <summary>Why the token that is set was refused, in a sentence; null where it was not.</summary>
    public async Task<string?> WhyRefusedAsync(CancellationToken cancellationToken) =>
        Setting.Length > 0 && await facts.FindAsync(TriedFact, cancellationToken) == Fingerprint() ? await facts.FindAsync(RefusedFact, cancellationToken) : null;

    private string Fingerprint() => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Setting)));
}
