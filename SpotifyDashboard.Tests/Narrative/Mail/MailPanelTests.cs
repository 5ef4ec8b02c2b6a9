using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SpotifyDashboard.Narrative.Mail;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Overview;

namespace SpotifyDashboard.Tests.Narrative.Mail;

/// <summary>Mail as a person sets it up, looks at it and ends it.</summary>
public sealed class MailPanelTests(BrowserFixture browser)
{
    private static readonly LocatorAssertionsToContainTextOptions s_patience = new() { Timeout = 60_000 };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrowserFact]
    public async Task Listener_EntersAnAddress_TriesIt_LooksAtTheMail_AndEndsIt()
    {
        await using var server = FakeMailServer.Start();
        await using var host = new DashboardHost(builder => builder
            .UseSetting("Demo:Enabled", "false")
            .UseSetting("Mail:Host", "localhost")
            .UseSetting("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture))
            .UseSetting("Mail:From", "dash@example.org"));
        var address = host.Start();
        await OwnPlay.StoreAsync(host.Services, Cancellation);
        var listener = await host.Services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(Cancellation);
        await using var tab = await browser.OpenAsync("/story/settings", host: host);
        var field = tab.Page.GetByLabel("Your mail address");
        var form = tab.Page.Locator("form", new() { Has = field });
        var outcome = tab.Page.Locator("#mail-outcome");

        await field.FillAsync("nobody");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Send a test mail" }).ClickAsync();
        await Assertions.Expect(outcome).ToContainTextAsync("no mail address", s_patience);
        await field.FillAsync("you@example.org");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Send a test mail" }).ClickAsync();
        await Assertions.Expect(outcome).ToContainTextAsync("The mail server took it", s_patience);
        Assert.Equal("Mail from your dashboard arrives", Assert.Single(server.Letters).Mime.Subject);

        server.Next("RCPT", MailFault.Say("550 5.1.1 <you@example.org>: no such user"));
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Send a test mail" }).ClickAsync();
        await Assertions.Expect(outcome).ToContainTextAsync("does not take mail for this address. It said: 5.1.1", s_patience);
        await form.Locator("select").SelectOptionAsync("Monthly");
        await form.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(outcome).ToContainTextAsync("Saved. The next report comes on", s_patience);
        Assert.Equal(new MailChoice("you@example.org", MailRhythm.Monthly, Warns: true), await host.Services.GetRequiredService<MailSubscriptions>().FindAsync(listener, Cancellation));
        await tab.AssertAccessibleAsync();
        tab.AssertNoErrors();

        var preview = new Uri(address, "/story/mail/preview?from=2026-05-01&to=2026-05-31").ToString();
        foreach (var (width, scheme) in new[] { (375, ColorScheme.Dark), (1440, ColorScheme.Light) })
        {
            await tab.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await tab.Page.SetViewportSizeAsync(width, 900);
            await tab.Page.GotoAsync(preview);
            await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Your month in music");
            var faults = (await tab.Page.RunAxe()).Violations.Where(static rule => rule.Impact is "moderate" or "serious" or "critical").Select(static rule => $"{rule.Id}: {rule.Nodes[0].Html}");
            Assert.Equal("", string.Join('\n', faults));
            Assert.InRange(await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
        }

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "End these mails" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "End these mails" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("These mails have ended", s_patience);
        Assert.Null(await host.Services.GetRequiredService<MailSubscriptions>().FindAsync(listener, Cancellation));
    }
}
