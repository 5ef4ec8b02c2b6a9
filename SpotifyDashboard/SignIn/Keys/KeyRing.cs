using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace SpotifyDashboard.SignIn.Keys;

/// <summary>Which certificates wrap the key ring of this installation: the one of <c>Access:KeyRingCertificate</c> wraps, it and those of <c>Access:KeyRingOldCertificates</c> open.</summary>
internal sealed class KeyRing : IDisposable
{
    private readonly Lazy<IReadOnlyList<X509Certificate2>> _certificates;

    public KeyRing(IOptions<AccessOptions> options, IHostEnvironment host)
    {
        ArgumentNullException.ThrowIfNull(options);
        IsWrapped = options.Value.KeyRingCertificate.Length > 0;
        _certificates = new Lazy<IReadOnlyList<X509Certificate2>>(() => Load(options.Value, host.ContentRootPath));
    }

    /// <summary>Whether a copy of the database alone opens nothing that is sealed in it. Several replicas don't start without.</summary>
    public bool IsWrapped { get; }

    /// <summary>The certificate that wraps; null: keys stand in the database as they are.</summary>
    /// <exception cref="KeyRingException">A file can't be used.</exception>
    public X509Certificate2? Wrapping => IsWrapped ? _certificates.Value[0] : null;

    /// <summary>All certificates that open keys, the wrapping one first.</summary>
    /// <exception cref="KeyRingException">A file can't be used.</exception>
    public IReadOnlyList<X509Certificate2> Opening => _certificates.Value;

    /// <summary>Reads the files that the settings name, the wrapping one first.</summary>
    /// <exception cref="KeyRingException">One can't be used; the message names its setting.</exception>
    public static IReadOnlyList<X509Certificate2> Load(AccessOptions options, string contentRoot)
    {
        ArgumentNullException.ThrowIfNull(options);
        var files = new List<(string Key, string Path)>();
        if (options.KeyRingCertificate.Length > 0)
        {
            files.Add(("Access:KeyRingCertificate", options.KeyRingCertificate));
        }

        files.AddRange(options.OldCertificates.Select(path => ("Access:KeyRingOldCertificates", path)));
        var loaded = new List<X509Certificate2>();
        try
        {
            loaded.AddRange(files.Select(file => KeyRingCertificateFile.Load(file.Key, Path.GetFullPath(file.Path, contentRoot), options.KeyRingPassword)));
            return loaded;
        }
        catch (KeyRingException)
        {
            loaded.ForEach(static certificate => certificate.Dispose());
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_certificates.IsValueCreated)
        {
            return;
        }

        foreach (var certificate in _certificates.Value)
        {
            certificate.Dispose();
        }
    }
}
