using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyDashboard.Tests.Operations.Status;

namespace SpotifyDashboard.Tests.Operations.Settings;

public sealed class SettingsPageTests(BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrowserTheory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Page_InEitherThemeAndWidth_IsAccessibleAndFits(bool wide, bool dark)
    {
        var view = wide ? BrowserView.Wide : BrowserView.Narrow;
        await using var tab = await browser.OpenAsync("/settings", (dark ? view.Dark() : view).Still());
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Connect Spotify" })).ToBeVisibleAsync();

        await tab.AssertAccessibleAsync();

        Assert.Equal(view.Width, await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Zone_OneThatIsUnknown_IsRefusedAndOneThatIsKnownIsKept()
    {
        await using var host = await ConnectedAsync();
        await using var tab = await browser.OpenAsync("/settings", host: host);
        var zone = tab.Page.GetByLabel("Time zone of your days and hours");
        var save = tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save" });

        await zone.FillAsync("Middle/Earth");
        await save.ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("“Middle/Earth” is no time zone")).ToBeVisibleAsync();
        await zone.FillAsync("Asia/Kathmandu");
        await tab.Page.GetByLabel("Plays that count").SelectOptionAsync("Finished");
        await save.ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("Saved.")).ToBeVisibleAsync();

        await tab.GoToAsync("/settings");
        await Assertions.Expect(zone).ToHaveValueAsync("Asia/Kathmandu");
        var listener = await host.Services.GetRequiredService<ListenerDirectory>().FindCurrentAsync(Cancellation);
        Assert.Equal(("Asia/Kathmandu", CountingRule.Finished), (listener?.TimeZone, listener?.CountingRule));
    }

    [BrowserFact]
    public async Task LogOut_OnceConfirmed_ForgetsTheTokensAndKeepsTheListener()
    {
        await using var host = await ConnectedAsync();
        await using var tab = await browser.OpenAsync("/settings", host: host);

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Log out of Spotify" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("What is stored stays")).ToBeVisibleAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, log out" }).ClickAsync();

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Connect Spotify" })).ToBeVisibleAsync();
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(Cancellation);
        Assert.False(await context.SpotifyAccounts.AnyAsync(account => account.RefreshToken != null || account.AccessToken != null || account.SetAsideToken != null, Cancellation));
        Assert.True(await context.Listeners.AnyAsync(listener => !listener.IsDemo, Cancellation));
    }

    [BrowserFact]
    public async Task Sources_Reloaded_AreAskedForAnewWhenNextNeeded()
    {
        await using var host = await ConnectedAsync();
        await using (var context = await host.Services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(Cancellation))
        {
            var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
            context.CachedAnswers.Add(new CachedAnswerRow { Key = "musicbrainz/artist", Body = [1], StoredAt = now, ExpiresAt = now.AddHours(24) });
            await context.SaveChangesAsync(Cancellation);
        }

        await using var tab = await browser.OpenAsync("/settings", host: host);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Reload from source" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("Everything is asked for anew")).ToBeVisibleAsync();

        await using var after = await host.Services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(Cancellation);
        Assert.All(await after.CachedAnswers.ToListAsync(Cancellation), answer => Assert.True(answer.ExpiresAt <= host.Services.GetRequiredService<TimeProvider>().GetUtcNow()));
    }

    private static async Task<DashboardHost> ConnectedAsync()
    {
        var host = new DashboardHost(static builder =>
        {
            builder.UseSetting("Demo:Enabled", "false");
            builder.UseSetting("Spotify:ClientId", "client");
            builder.UseSetting("Ingest:WakeEvery", "01:00:00");
        });
        host.Start();
        await StatusStock.StoreAsync(host.Services, Cancellation);
        return host;
    }
}
