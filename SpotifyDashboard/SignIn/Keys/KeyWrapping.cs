using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace SpotifyDashboard.SignIn.Keys;

/// <summary>Wraps and opens key elements in Data Protection's own form (<c>encryptedSecret</c>), so that its tools read them too.</summary>
/// <remarks>Keys are opened here and not by the framework, because that one leaves out a key which does not open and quietly makes another: everything sealed would be lost to a wrong setting.</remarks>
internal sealed class KeyWrapping : IDisposable
{
    private static readonly XNamespace s_namespace = "http://schemas.asp.net/2015/03/dataProtection";
    private static readonly XNamespace s_signature = "http://www.w3.org/2000/09/xmldsig#";
    private static readonly XName s_wrapped = s_namespace + "encryptedSecret";
    private static readonly XName s_needed = s_namespace + "requiresEncryption";

    private readonly KeyRing _ring;
    private readonly Lazy<ServiceProvider> _opening;

    public KeyWrapping(KeyRing ring, ILoggerFactory logging)
    {
        _ring = ring;
        _opening = new Lazy<ServiceProvider>(OpeningServices);
        Encryptor = ring.IsWrapped ? new Lazy<IXmlEncryptor>(() => new CertificateXmlEncryptor(ring.Wrapping!, logging)) : null;
    }

    /// <summary>What wraps new keys; null: nothing does.</summary>
    public Lazy<IXmlEncryptor>? Encryptor { get; }

    /// <summary>Whether an element already stands as the settings want it: wrapped for the certificate of <c>Access:KeyRingCertificate</c>, or bare without one.</summary>
    public bool IsAsTold(XElement key)
    {
        var wrapped = key.DescendantsAndSelf(s_wrapped).ToList();
        return _ring.Wrapping is { } certificate
            ? !Secrets(key).Any() && wrapped.TrueForAll(secret => CertificateIn(secret) is { } used && used.AsSpan().SequenceEqual(certificate.RawData))
            : wrapped.Count == 0;
    }

    /// <summary>The bare key.</summary>
    /// <exception cref="KeyRingException">It is wrapped for a certificate that no setting names, or was damaged.</exception>
    public XElement Open(XElement key)
    {
        var bare = new XElement(key);
        foreach (var wrapped in bare.DescendantsAndSelf(s_wrapped).ToList())
        {
            wrapped.ReplaceWith(Decrypt(wrapped, (string?)key.Attribute("id") ?? "without id"));
        }

        return bare;
    }

    /// <summary>A bare key in the form that the settings want.</summary>
    public XElement Wrap(XElement bare)
    {
        var key = new XElement(bare);
        if (Encryptor is null)
        {
            return key;
        }

        foreach (var secret in Secrets(key).ToList())
        {
            var encrypted = Encryptor.Value.Encrypt(secret);
            secret.ReplaceWith(new XElement(s_wrapped, new XAttribute("decryptorType", encrypted.DecryptorType.AssemblyQualifiedName ?? ""), encrypted.EncryptedElement));
        }

        return key;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_opening.IsValueCreated)
        {
            _opening.Value.Dispose();
        }
    }

    private XElement Decrypt(XElement wrapped, string id)
    {
        var content = wrapped.Elements().SingleOrDefault() ?? throw new KeyRingException($"The key {id} of the table data_protection_keys is empty; restore it from a backup.");
        try
        {
            return new EncryptedXmlDecryptor(_opening.Value).Decrypt(content);
        }
        catch (Exception exception) when (exception is CryptographicException or System.Xml.XmlException or FormatException)
        {
            throw new KeyRingException(
                $"The key {id} of the table data_protection_keys is wrapped for {Describe(wrapped)} and does not open. Set Access:KeyRingCertificate or Access:KeyRingOldCertificates to a file with that certificate and its key; nothing was changed.");
        }
    }

    private static IEnumerable<XElement> Secrets(XElement key) => key.DescendantsAndSelf().Where(static element => (bool?)element.Attribute(s_needed) == true);

    private static byte[]? CertificateIn(XElement wrapped)
    {
        var text = wrapped.Descendants(s_signature + "X509Certificate").FirstOrDefault()?.Value;
        var bytes = new byte[text?.Length ?? 0];
        return text is not null && Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    private static string Describe(XElement wrapped)
    {
        if (CertificateIn(wrapped) is not { } bytes)
        {
            return "an unknown certificate";
        }

        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(bytes);
            return $"the certificate {certificate.Thumbprint} ({certificate.Subject})";
        }
        catch (CryptographicException)
        {
            return "a damaged certificate";
        }
    }

    // The framework takes certificates for opening by its builder alone, before settings are known: hence services of our own, for its decryptor only.
    private ServiceProvider OpeningServices()
    {
        var services = new ServiceCollection();
        services.AddDataProtection().UnprotectKeysWithAnyCertificate([.. _ring.Opening]);
        return services.BuildServiceProvider();
    }
}
