using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>Makes the links of letters, and reads the one that ends them.</summary>
internal sealed class MailLinks
{
    /// <summary>Where mails are ended.</summary>
    public const string UnsubscribePath = "/mail/unsubscribe";

    private const string Otherwise = "http://127.0.0.1:5080";

    private readonly IServer? _server;
    private readonly MailReportOptions _options;
    private readonly IDataProtector _seal;

    /// <param name="services">Holds the server where the program serves; a command has none.</param>
    /// <param name="protection">Seals tokens: authenticated, so that none can be guessed or altered, and good for as long as the installation keeps its keys.</param>
    /// <param name="options">The address to use.</param>
    public MailLinks(IServiceProvider services, IDataProtectionProvider protection, IOptions<MailReportOptions> options) =>
        (_server, _seal, _options) = (services.GetService<IServer>(), protection.CreateProtector("mail.unsubscribe"), options.Value);

    /// <summary>The links of a letter to a listener.</summary>
    public MailFoot FootOf(int listenerId)
    {
        var dashboard = Dashboard();
        var token = _seal.Protect(listenerId.ToString(CultureInfo.InvariantCulture));
        return new MailFoot(dashboard, new Uri($"{dashboard}{UnsubscribePath}?token={token}"), new Uri(dashboard).IsLoopback);
    }

    /// <summary>Whose mails a token ends; null where it is none of this installation's.</summary>
    public int? ReadToken(string? token)
    {
        try
        {
            return token is { Length: > 0 and < 1000 } && int.TryParse(_seal.Unprotect(token), NumberStyles.None, CultureInfo.InvariantCulture, out var listenerId) ? listenerId : null;
        }
        catch (CryptographicException)
        {
            // Altered, cut short, or of another installation.
            return null;
        }
    }

    private string Dashboard()
    {
        if (_options.PublicUrl.Length > 0)
        {
            return _options.PublicUrl.TrimEnd('/');
        }

        // "All addresses" is none that a link could name.
        var listening = _server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?.Replace("//+", "//127.0.0.1", StringComparison.Ordinal).Replace("//*", "//127.0.0.1", StringComparison.Ordinal).Replace("//[::]", "//127.0.0.1", StringComparison.Ordinal);
        return Uri.TryCreate(listening, UriKind.Absolute, out var address) && address.Port > 0
            ? $"{address.Scheme}://{(IPAddress.TryParse(address.Host, out var ip) && ip.Equals(IPAddress.Any) ? "127.0.0.1" : address.Host)}:{address.Port.ToString(CultureInfo.InvariantCulture)}"
            : Otherwise;
    }
}
