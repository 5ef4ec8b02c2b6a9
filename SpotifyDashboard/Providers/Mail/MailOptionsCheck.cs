using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace SpotifyDashboard.Providers.Mail;

/// <summary>Sees at the start that letters could be sent with these settings.</summary>
internal sealed class MailOptionsCheck : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options) => WhyNot(options) is { } reason ? ValidateOptionsResult.Fail(reason) : ValidateOptionsResult.Success;

    private static string? WhyNot(MailOptions options) => options switch
    {
        { IsSet: false } => null,
        _ when Uri.CheckHostName(options.Host) == UriHostNameType.Unknown => "Mail:Host must be the name of a mail server like smtp.example.org, without https:// and without a port.",
        { Port: < 1 or > 65535 } => "Mail:Port must be from 1 to 65535; mail servers take letters at 587.",
        { Port: 465 } => "Mail:Port 465 speaks TLS from the first byte, which this program does not; use 587, where the connection is encrypted by STARTTLS.",
        { Sender: null } => "Mail:From must be the address that mails come from, like dashboard@example.org.",
        _ when options.User.Length > 0 != options.Password.Length > 0 => "Mail:User and Mail:Password go together; set both or neither.",
        { StartTls: false, IsLoopback: false, User.Length: > 0 } => "Mail:StartTls can't be false with Mail:User and Mail:Password: they would travel unencrypted.",
        { CertificateAuthority.Length: > 0 } => WhyNotTrusted(options.CertificateAuthority),
        _ => null,
    };

    private static string? WhyNotTrusted(string path)
    {
        try
        {
            return MailTrust.Read(path).Count > 0 ? null : "Mail:CertificateAuthority must name a PEM file with a certificate; there is none in it.";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return "Mail:CertificateAuthority must name a PEM file with a certificate; it can't be read.";
        }
    }
}
