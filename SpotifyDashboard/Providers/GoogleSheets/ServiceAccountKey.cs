using System.Text.Json;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.GoogleSheets;

/// <summary>What a service account's key file says.</summary>
/// <param name="KeyId">The key's id.</param>
/// <param name="PrivateKey">The key, PEM.</param>
/// <param name="Email">Whose it is.</param>
/// <param name="TokenUri">Where tokens are asked for.</param>
internal sealed record ServiceAccountKey(string KeyId, string PrivateKey, string Email, string TokenUri)
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="ProviderException">It is not there, or no such file.</exception>
    public static async Task<ServiceAccountKey> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            using var document = JsonDocument.Parse(await File.ReadAllTextAsync(path, cancellationToken));
            var json = document.RootElement;
            return new ServiceAccountKey(json.RequiredText("private_key_id"), json.RequiredText("private_key"), json.RequiredText("client_email"), json.RequiredText("token_uri"));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw Misconfigured("The service account's key file can't be opened.", unreadable);
        }
        catch (Exception senseless) when (senseless is JsonException or FormatException)
        {
            throw Misconfigured("The service account's key file is no key file of Google.", senseless);
        }
    }

    internal static ProviderException Misconfigured(string message, Exception reason) => new(GoogleSheetsClient.Service, Failure.Misconfigured, message, reason)
    {
        Hint = "Check Survey:ServiceAccountPath: it names the JSON file that Google gave for the account.",
    };
}
