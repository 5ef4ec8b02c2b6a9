using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Mail;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.House;

namespace SpotifyDashboard.Tests.Providers.Mail;

/// <summary>The program's mailer in front of a mail server of this machine.</summary>
internal sealed class MailerBench : IAsyncDisposable
{
    public const string User = "mara";

    public const string Password = "c0rrect horse";

    private readonly string _folder = Directory.CreateTempSubdirectory("mailer-").FullName;

    private MailerBench(FakeMailServer server) => Server = server;

    public FakeMailServer Server { get; }

    public DrivenTime Time { get; } = new();

    public ServiceStates States => field ??= new ServiceStates(Time);

    /// <summary>A letter like those of the program.</summary>
    public static MailLetter Letter { get; } = new(
        "you@example.org",
        "Your week in music: 28 December – 3 January, with Ärger",
        "Größe\n.a line with a dot\n..and two\n\n" + new string('x', 2000),
        "<p lang=\"de\">Größe &amp; more</p>\n.\n<p>The end</p>",
        "abc.def@example.org",
        new Uri("https://music.example.org/mail/unsubscribe?token=" + new string('A', 200)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A server that insists on STARTTLS and a login.</summary>
    public static MailerBench WithAccount(MailIdentity? identity = null) => new(FakeMailServer.StartWithAccount(identity ?? MailIdentity.Create(), User, Password));

    /// <summary>A server that takes letters from everybody, without encryption.</summary>
    public static MailerBench Plain() => new(FakeMailServer.Start());

    /// <summary>A mailer that trusts the server's authority and knows its account, where it has them.</summary>
    public async Task<SmtpMailer> MailerAsync(Action<MailOptions>? change = null)
    {
        var hasAccount = Server.Account is not null;
        var settings = new MailOptions
        {
            Host = "localhost",
            Port = Server.Port,
            From = "Dashboard <dash@example.org>",
            User = hasAccount ? User : "",
            Password = hasAccount ? Password : "",
            StartTls = Server.Identity is not null,
            CertificateAuthority = Server.Identity is { } identity ? await identity.WriteAuthorityAsync(_folder, Cancellation) : "",
        };
        change?.Invoke(settings);
        var options = Options.Create(settings);
        return new SmtpMailer(options, new MailTrust(options), States, Time);
    }

    /// <summary>Sends the letter, which must not succeed.</summary>
    public async Task<MailException> FailAsync(Action<MailOptions>? change = null)
    {
        var mailer = await MailerAsync(change);
        return await Assert.ThrowsAsync<MailException>(() => mailer.SendAsync(Letter, Cancellation));
    }

    /// <summary>Waits until the server has heard something.</summary>
    public async Task HeardAsync(string what)
    {
        while (!Server.Commands.Contains(what))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await ProgramFolder.DeleteAsync(_folder);
    }
}
