using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SpotifyDashboard.Tests.SignIn.Keys;

/// <summary>Certificates with their keys, made for a test.</summary>
internal static class TestCertificate
{
    private static readonly DateTimeOffset s_from = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A self-signed certificate with an RSA key.</summary>
    public static X509Certificate2 Create(string name = "key-ring", DateTimeOffset? from = null, DateTimeOffset? to = null)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(from ?? s_from, to ?? s_from.AddYears(60));
    }

    /// <summary>Writes a new certificate with its key as PEM, and returns the path.</summary>
    public static string WritePem(string folder, string name = "key-ring", DateTimeOffset? from = null, DateTimeOffset? to = null)
    {
        using var certificate = Create(name, from, to);
        using var key = certificate.GetRSAPrivateKey()!;
        return Write(folder, $"{name}.pem", certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>Writes a text and returns its path.</summary>
    public static string Write(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
