using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SpotifyDashboard.SignIn.Keys;

/// <summary>Reads a certificate with its private key from a PKCS#12 or PEM file.</summary>
internal static class KeyRingCertificateFile
{
    private const string PemLabel = "-----BEGIN ";

    /// <summary>The certificate; the caller disposes it.</summary>
    /// <param name="key">The setting that names the file, for the message.</param>
    /// <param name="path">The file. A PEM file without a key may stand beside one of the same name that ends in <c>.key</c>, as Kubernetes mounts them.</param>
    /// <param name="password">What opens the file; empty where it needs nothing.</param>
    /// <exception cref="KeyRingException">The file is missing, can't be read, or holds no RSA certificate with its private key.</exception>
    public static X509Certificate2 Load(string key, string path, string password)
    {
        var certificate = Read(key, path, password);
        using var privateKey = certificate.GetRSAPrivateKey();
        if (privateKey is not null)
        {
            return certificate;
        }

        var why = certificate.HasPrivateKey ? "its key is not an RSA key, and only those can wrap" : "it holds no private key";
        certificate.Dispose();
        throw new KeyRingException($"{key}: {path} can't wrap the key ring: {why}.");
    }

    private static X509Certificate2 Read(string key, string path, string password)
    {
        try
        {
            return IsPem(path) ? ReadPem(path, password) : ReadPkcs12(path, password);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new KeyRingException($"{key} names {path}, and there is no such file.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new KeyRingException($"{key}: {path} can't be read: {exception.Message}");
        }
        catch (CryptographicException exception)
        {
            throw new KeyRingException(
                $"{key}: {path} is no PKCS#12 or PEM file with a certificate and its private key that Access:KeyRingPassword opens ({exception.Message.TrimEnd('.')}).");
        }
    }

    private static bool IsPem(string path)
    {
        using var reader = new StreamReader(path);
        var start = new char[4096];
        return new string(start, 0, reader.ReadBlock(start)).Contains(PemLabel, StringComparison.Ordinal);
    }

    private static X509Certificate2 ReadPem(string path, string password)
    {
        var text = File.ReadAllText(path);
        var beside = Path.ChangeExtension(path, ".key");
        if (!text.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
        {
            if (!File.Exists(beside))
            {
                return X509Certificate2.CreateFromPem(text);
            }

            text += Environment.NewLine + File.ReadAllText(beside);
        }

        return text.Contains("BEGIN ENCRYPTED PRIVATE KEY-----", StringComparison.Ordinal)
            ? X509Certificate2.CreateFromEncryptedPem(text, text, password)
            : X509Certificate2.CreateFromPem(text, text);
    }

    // The private key need not outlive the process; macOS knows no keys that live in memory alone.
    private static X509Certificate2 ReadPkcs12(string path, string password) => X509CertificateLoader.LoadPkcs12FromFile(
        path,
        password,
        OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet);
}
