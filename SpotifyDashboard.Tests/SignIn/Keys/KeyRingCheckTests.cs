using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Hosting.Internal;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.SignIn.Keys;
using SpotifyDashboard.Tests.House;

namespace SpotifyDashboard.Tests.SignIn.Keys;

/// <summary>Which files may wrap the key ring, and what is said of others.</summary>
public sealed class KeyRingCheckTests : IAsyncLifetime
{
    private const string Password = "a word";

    private readonly string _folder = Directory.CreateTempSubdirectory("key-ring-").FullName;

    [Fact]
    public void Check_WithoutACertificate_IsContent()
    {
        Assert.True(Check(new AccessOptions()).Succeeded);
    }

    [Fact]
    public void Check_PemWithItsKey_IsContent()
    {
        Assert.True(Check(TestCertificate.WritePem(_folder)).Succeeded);
    }

    [Fact]
    public void Check_PathUnderTheContentRoot_IsFound()
    {
        Assert.True(Check(Path.GetFileName(TestCertificate.WritePem(_folder))).Succeeded);
    }

    [Fact]
    public void Check_PemBesideItsKey_IsContent()
    {
        using var certificate = TestCertificate.Create();
        using var key = certificate.GetRSAPrivateKey()!;
        TestCertificate.Write(_folder, "tls.key", key.ExportPkcs8PrivateKeyPem());

        Assert.True(Check(TestCertificate.Write(_folder, "tls.crt", certificate.ExportCertificatePem())).Succeeded);
    }

    [Fact]
    public void Check_EncryptedPem_NeedsThePassword()
    {
        using var certificate = TestCertificate.Create();
        using var key = certificate.GetRSAPrivateKey()!;
        var locked = key.ExportEncryptedPkcs8PrivateKeyPem(Password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        var path = TestCertificate.Write(_folder, "locked.pem", certificate.ExportCertificatePem() + "\n" + locked);

        Assert.True(Check(path, Password).Succeeded);
        Assert.Contains("Access:KeyRingPassword", Complaint(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Pkcs12_NeedsThePassword()
    {
        using var certificate = TestCertificate.Create();
        var path = Path.Combine(_folder, "key-ring.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, Password));

        Assert.True(Check(path, Password).Succeeded);
        Assert.Contains("Access:KeyRingPassword", Complaint(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_NoFile_NamesTheSettingAndThePath()
    {
        var path = Path.Combine(_folder, "nowhere.pem");

        Assert.Equal($"Access:KeyRingCertificate names {path}, and there is no such file.", Complaint(path));
    }

    [Fact]
    public void Check_NoPrivateKey_SaysSo()
    {
        using var certificate = TestCertificate.Create();

        Assert.Contains("it holds no private key", Complaint(TestCertificate.Write(_folder, "bare.pem", certificate.ExportCertificatePem())), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_KeyThatIsNotRsa_SaysSo()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var moment = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = new CertificateRequest("CN=curve", key, HashAlgorithmName.SHA256).CreateSelfSigned(moment, moment.AddYears(60));
        var path = TestCertificate.Write(_folder, "curve.pem", certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());

        Assert.Contains("not an RSA key", Complaint(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Nonsense_SaysWhatIsNeeded()
    {
        Assert.Contains("is no PKCS#12 or PEM file", Complaint(TestCertificate.Write(_folder, "nonsense.pfx", "nonsense")), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Expired_IsRefusedAsTheWrappingOneAloneAndTakenAsAnOldOne()
    {
        var path = TestCertificate.WritePem(_folder, "old", to: new DateTimeOffset(2024, 3, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Contains("expired on 2024-03-01", Complaint(path), StringComparison.Ordinal);
        Assert.True(Check(new AccessOptions { KeyRingCertificate = TestCertificate.WritePem(_folder), KeyRingOldCertificates = $" {path}, " }).Succeeded);
    }

    [Fact]
    public void Check_NotValidYet_SaysFromWhen()
    {
        var path = TestCertificate.WritePem(_folder, from: new DateTimeOffset(2051, 3, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Contains("valid from 2051-03-01", Complaint(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OldOneThatIsMissing_NamesItsOwnSetting()
    {
        var result = Check(new AccessOptions { KeyRingOldCertificates = Path.Combine(_folder, "gone.pem") });

        Assert.StartsWith("Access:KeyRingOldCertificates names ", result.FailureMessage, StringComparison.Ordinal);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await ProgramFolder.DeleteAsync(_folder);

    private string? Complaint(string path) => Check(path).FailureMessage;

    private Microsoft.Extensions.Options.ValidateOptionsResult Check(string path, string password = "") =>
        Check(new AccessOptions { KeyRingCertificate = path, KeyRingPassword = password });

    private Microsoft.Extensions.Options.ValidateOptionsResult Check(AccessOptions options) =>
        new KeyRingCheck(new HostingEnvironment { ContentRootPath = _folder }, TimeProvider.System).Validate(null, options);
}
