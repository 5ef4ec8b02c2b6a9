using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SpotifyDashboard.SignIn.Tokens;

/// <summary>Seals what may stand in the database only encrypted.</summary>
internal sealed class SecretBox(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("spotify-dashboard", "secrets", "v1");

    /// <summary>The secret, encrypted.</summary>
    public string Seal(string secret) => _protector.Protect(secret);

    /// <summary>The secret again; null where it was sealed with a key that is gone, or was tampered with.</summary>
    public string? Open(string sealedSecret)
    {
        try
        {
            return _protector.Unprotect(sealedSecret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
