using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>An authority of a test's own, and the certificate it gave a mail server on this machine.</summary>
internal sealed class MailIdentity : IDisposable
{
    private const string ServerPurpose = "1.3.6.1.5.5.7.3.1";

    private readonly X509Certificate2 _authority;

    private MailIdentity(X509Certificate2 authority, X509Certificate2 server) => (_authority, Server) = (authority, server);

    /// <summary>The server's certificate with its key.</summary>
    public X509Certificate2 Server { get; }

    /// <summary>Makes both.</summary>
    /// <param name="name">The name in the server's certificate.</param>
    /// <param name="isOver">Whether it has run out.</param>
    public static MailIdentity Create(string name = "localhost", bool isOver = false)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest($"CN=Test authority {Guid.NewGuid():N}", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        authorityRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        var authority = authorityRequest.CreateSelfSigned(now.AddYears(-2), now.AddYears(1));

        using var serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var serverRequest = new CertificateRequest($"CN={name}", serverKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (name == "localhost")
        {
            names.AddIpAddress(IPAddress.Loopback);
        }

        serverRequest.CertificateExtensions.Add(names.Build());
        serverRequest.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerPurpose)], critical: false));
        using var signed = serverRequest.Create(authority, now.AddYears(-1), isOver ? now.AddDays(-1) : now.AddMonths(6), RandomNumberGenerator.GetBytes(12));
        using var withKey = signed.CopyWithPrivateKey(serverKey);
        return new MailIdentity(authority, X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), password: null));
    }

    /// <summary>Writes the authority's certificate as a PEM file.</summary>
    public async Task<string> WriteAuthorityAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, $"authority-{Guid.NewGuid():N}.pem");
        await File.WriteAllTextAsync(path, _authority.ExportCertificatePem(), cancellationToken);
        return path;
    }

    public void Dispose()
    {
        _authority.Dispose();
        Server.Dispose();
    }
}
