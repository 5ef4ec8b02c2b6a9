using Microsoft.Extensions.Configuration;
using SpotifyDashboard.Providers.Mail;

namespace SpotifyDashboard.Tests.Providers.Mail;

/// <summary>Settings and addresses that mail can or can't be sent with.</summary>
public sealed class MailOptionsTests
{
    [Theory]
    [InlineData("Mail:Host", "Host", "https://smtp.example.org")]
    [InlineData("Mail:Host", "Host", "smtp.example.org:587")]
    [InlineData("Mail:Port", "Port", "0")]
    [InlineData("Mail:Port", "Port", "465")]
    [InlineData("Mail:From", "From", "")]
    [InlineData("Mail:From", "From", "nobody")]
    [InlineData("Mail:From", "From", "me@example.org\r\nBcc: all@example.org")]
    [InlineData("Mail:User", "Password", "")]
    [InlineData("Mail:StartTls", "StartTls", "false")]
    [InlineData("Mail:CertificateAuthority", "CertificateAuthority", "/nowhere/authority.pem")]
    public void Setting_ThatCantWork_IsNamed(string key, string property, string value)
    {
        var result = new MailOptionsCheck().Validate(name: null, Bind((property, value)));

        Assert.True(result.Failed);
        Assert.Contains(key, Assert.Single(result.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host", "smtp.example.org")]
    [InlineData("From", "The dashboard <me@example.org>")]
    [InlineData("StartTls", "true")]
    [InlineData("StartTls", "")]
    public void Setting_ThatWorks_IsTaken(string property, string value)
    {
        Assert.True(new MailOptionsCheck().Validate(name: null, Bind((property, value))).Succeeded);
    }

    [Fact]
    public void Nothing_IsRefused_WhereNoServerIsSet()
    {
        Assert.True(new MailOptionsCheck().Validate(name: null, Bind(("Host", ""), ("From", "nobody"), ("Port", "0"))).Succeeded);
    }

    [Theory]
    [InlineData("localhost", null, false)]
    [InlineData("127.0.0.1", null, false)]
    [InlineData("::1", null, false)]
    [InlineData("localhost", true, true)]
    [InlineData("smtp.example.org", null, true)]
    [InlineData("192.168.1.4", null, true)]
    [InlineData("192.168.1.4", false, false)]
    public void Encryption_IsNeeded_UnlessNothingLeavesThisMachineOrTheOwnerSaysSo(string host, bool? startTls, bool needs)
    {
        Assert.Equal(needs, new MailOptions { Host = host, StartTls = startTls }.NeedsTls);
    }

    [Theory]
    [InlineData("you@example.org")]
    [InlineData("first.last+music@mail.example.co.uk")]
    [InlineData("me@nas")]
    public void Address_ThatMailCanGoTo_IsTaken(string address)
    {
        Assert.Null(MailAddresses.WhyNot(address));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("you")]
    [InlineData("@example.org")]
    [InlineData("you@")]
    [InlineData("you@example.org ")]
    [InlineData("you@@example.org")]
    [InlineData("You <you@example.org>")]
    [InlineData("you@example.org,other@example.org")]
    [InlineData("you@example.org\r\nBcc: all@example.org")]
    [InlineData("yöu@example.org")]
    public void Address_ThatMailCantGoTo_IsRefusedInASentence(string? address)
    {
        Assert.EndsWith(".", MailAddresses.WhyNot(address), StringComparison.Ordinal);
    }

    private static MailOptions Bind(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Host"] = "smtp.example.org",
            ["From"] = "me@example.org",
            ["User"] = "me",
            ["Password"] = "secret",
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(all).Build().Get<MailOptions>()!;
    }
}
