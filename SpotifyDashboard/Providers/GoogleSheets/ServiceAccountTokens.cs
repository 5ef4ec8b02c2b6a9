using System.Security.Cryptography;
using Google.Apis.Auth.OAuth2;
using Google.Apis.Auth.OAuth2.Responses;
using Google.Apis.Http;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.GoogleSheets;

/// <summary>Gets access tokens for the service account by a signed assertion (contracts, 7.1), one at a time, each kept until shortly before its end.</summary>
internal sealed class ServiceAccountTokens(IOptions<SheetOptions> options, ServiceStates states, TimeProvider time) : IDisposable
{
    private const string Scope = "https://www.googleapis.com/auth/spreadsheets.readonly";

    /// <summary>A token is not used in its last minute: the call it goes with takes time as well.</summary>
    private static readonly TimeSpan s_reserve = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private (string Token, DateTimeOffset End)? _kept;

    /// <summary>A token that is good for a while.</summary>
    /// <exception cref="ProviderException">Google gives none; the message says what mends it.</exception>
    public Task<string> GetAsync(CancellationToken cancellationToken) => GetAsync(refused: null, cancellationToken);

    /// <summary>Another token than one that was refused.</summary>
    /// <exception cref="ProviderException">As for <see cref="GetAsync(CancellationToken)"/>.</exception>
    public Task<string> ReplaceAsync(string refused, CancellationToken cancellationToken) => GetAsync(refused, cancellationToken);

    public void Dispose() => _turn.Dispose();

    private async Task<string> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_kept is { } kept && kept.Token != refused && kept.End - s_reserve > time.GetUtcNow())
            {
                return kept.Token;
            }

            _kept = await RequestAsync(cancellationToken);
            return _kept.Value.Token;
        }
        catch (ProviderException failed)
        {
            states.Failed(GoogleSheetsClient.Service, failed.Message, failed.RetryAt);
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<(string Token, DateTimeOffset End)> RequestAsync(CancellationToken cancellationToken)
    {
        var key = await ServiceAccountKey.ReadAsync(options.Value.ServiceAccountPath, cancellationToken);
        var credential = Credential(key);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            await credential.RequestAccessTokenAsync(patience.Token);
            var token = credential.Token;
            return (token.AccessToken, time.GetUtcNow() + TimeSpan.FromSeconds(token.ExpiresInSeconds ?? 0));
        }
        catch (TokenResponseException refused)
        {
            throw new ProviderException(GoogleSheetsClient.Service, Failure.Misconfigured, $"Google does not accept the service account: \"{refused.Error?.ErrorDescription ?? refused.Error?.Error}\"", refused)
            {
                Hint = "Check the key file, and that this machine's clock is right.",
            };
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ProviderException(GoogleSheetsClient.Service, Failure.Retry, "Google could not be asked for an access token.", broken);
        }
    }

    private ServiceAccountCredential Credential(ServiceAccountKey key)
    {
        try
        {
            return new ServiceAccountCredential(new ServiceAccountCredential.Initializer(key.Email, key.TokenUri)
            {
                KeyId = key.KeyId,
                Scopes = [Scope],
                Clock = new GoogleClock(time),
                DefaultExponentialBackOffPolicy = ExponentialBackOffPolicy.None,
            }.FromPrivateKey(key.PrivateKey));
        }
        catch (Exception senseless) when (senseless is ArgumentException or FormatException or CryptographicException or IOException)
        {
            throw ServiceAccountKey.Misconfigured("The private key in the service account's file can't be read.", senseless);
        }
    }
}
