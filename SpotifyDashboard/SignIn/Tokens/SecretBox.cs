using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SpotifyDashboard.SignIn.Keys;

namespace SpotifyDashboard.SignIn.Tokens;

/// <summary>Seals what may stand in the database only encrypted.</summary>
internal sealed class SecretBox(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("spotify-dashboard", "secrets", "v1");

    /// <summary>The secret, encrypted.</summary>
    public string Seal(string secret) => _protector.Protect(secret);

    /// <summary>The secret again; null where it was sealed with a key that is gone, or was tampered with.</summary>
    /// <exception cref="CryptographicException">The keys can't be read now: the database does not answer, or they are wrapped for another certificate. The secret may well open later.</exception>
    public string? Open(string sealedSecret)
    {
        try
        {
            return _protector.Unprotect(sealedSecret);
        }
        catch (CryptographicException exception) when (!IsForNow(exception))
        {
            return null;
        }
    }

    // The framework reports an unreachable key ring as it does a forged secret; taken for one, a passing failure would throw logins away.
    private static bool IsForNow(Exception exception) =>
        exception is DbException or KeyRingException or TimeoutException or IOException || (exception.InnerException is { } cause && IsForNow(cause));
}
