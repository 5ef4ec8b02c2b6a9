using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace SpotifyDashboard.Providers.Mail;

/// <summary>Checks the mail server's certificate: as every program of this machine does, and against <c>Mail:CertificateAuthority</c> where one is set.</summary>
/// <remarks>
/// <c>SmtpClient</c> asks one callback of the whole process. It is set once and decides by what the sending flow carries; a flow that carries nothing is
/// judged by the machine's own roots alone. Names and dates are checked in every case.
/// </remarks>
internal sealed class MailTrust
{
    private static readonly AsyncLocal<X509Certificate2Collection?> s_authorities = new();

    private readonly Lazy<X509Certificate2Collection?> _authorities;

    [SuppressMessage("Security", "MA0039:Do not write your own certificate validation method", Justification = "It trusts nothing but what the machine trusts and the authority that its owner named.")]
    static MailTrust() => ServicePointManager.ServerCertificateValidationCallback = static (_, certificate, chain, errors) => Judge(certificate, chain, errors);

    public MailTrust(IOptions<MailOptions> options) =>
        _authorities = new(() => options.Value.CertificateAuthority is { Length: > 0 } path ? Read(path) : null);

    /// <summary>The certificates in a PEM file.</summary>
    public static X509Certificate2Collection Read(string path)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(path);
        return certificates;
    }

    /// <summary>Lets the calling asynchronous method, and what it calls, trust the set authority; its own caller is not touched.</summary>
    public void Apply() => s_authorities.Value = _authorities.Value;

    private static bool Judge(X509Certificate? certificate, X509Chain? told, SslPolicyErrors errors)
    {
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is null || s_authorities.Value is not { } authorities)
        {
            return errors == SslPolicyErrors.None;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new("1.3.6.1.5.5.7.3.1"));
        foreach (var element in told?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        using var leaf = new X509Certificate2(certificate);
        return chain.Build(leaf);
    }
}
