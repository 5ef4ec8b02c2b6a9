using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace SpotifyDashboard.SignIn.Keys;

/// <summary>Refuses a start with a certificate that can't wrap the key ring, in a sentence that names the setting.</summary>
internal sealed class KeyRingCheck(IHostEnvironment host, TimeProvider time) : IValidateOptions<AccessOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            var certificates = KeyRing.Load(options, host.ContentRootPath);
            var complaint = options.KeyRingCertificate.Length > 0 ? WhyNotNow(certificates[0], options.KeyRingCertificate) : null;
            foreach (var certificate in certificates)
            {
                certificate.Dispose();
            }

            return complaint is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(complaint);
        }
        catch (KeyRingException exception)
        {
            return ValidateOptionsResult.Fail(exception.Message);
        }
    }

    /// <summary>Only the wrapping certificate has to be valid today: an older one still opens what it wrapped.</summary>
    private string? WhyNotNow(X509Certificate2 certificate, string path)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (now > certificate.NotAfter.ToUniversalTime())
        {
            return $"Access:KeyRingCertificate: {path} expired on {Day(certificate.NotAfter)}. Name its successor, and this one in Access:KeyRingOldCertificates until the keys are wrapped anew.";
        }

        return now < certificate.NotBefore.ToUniversalTime()
            ? $"Access:KeyRingCertificate: {path} is valid from {Day(certificate.NotBefore)} only."
            : null;
    }

    private static string Day(DateTime moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
