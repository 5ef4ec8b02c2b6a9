using System.Net;
using System.Net.Mail;

namespace SpotifyDashboard.Providers.Mail;

/// <summary>The mail server that letters are handed to: section <c>Mail</c>. Without a host no mail is sent.</summary>
public sealed class MailOptions
{
    public const string SectionName = "Mail";

    /// <summary>The server's name or address; empty: none.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port for submission.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Who logs in there; empty: nobody does.</summary>
    public string User { get; set; } = "";

    /// <summary>The password of <see cref="User"/>; never logged.</summary>
    public string Password { get; set; } = "";

    /// <summary>The address that letters come from.</summary>
    public string From { get; set; } = "";

    /// <summary>Whether the connection must be encrypted by STARTTLS before anything is said; null: yes, unless the server runs on this machine.</summary>
    public bool? StartTls { get; set; }

    /// <summary>A PEM file with the certificate (or the authority) that the server's certificate is checked against, besides those this machine trusts.</summary>
    public string CertificateAuthority { get; set; } = "";

    /// <summary>Whether letters can be sent.</summary>
    public bool IsSet => Host.Length > 0;

    /// <summary>Whether the server runs on this machine, so that nothing travels.</summary>
    internal bool IsLoopback => string.Equals(Host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Whether the server must offer STARTTLS.</summary>
    internal bool NeedsTls => StartTls ?? !IsLoopback;

    /// <summary>The address in <see cref="From"/>, which may stand behind a name: <c>Dashboard &lt;me@example.org&gt;</c>; null where it is none.</summary>
    internal MailAddress? Sender => MailAddress.TryCreate(From, out var sender) && MailAddresses.WhyNot(sender.Address) is null && !From.Any(char.IsControl) ? sender : null;
}
