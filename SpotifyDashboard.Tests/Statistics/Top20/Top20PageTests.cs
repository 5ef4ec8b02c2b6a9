using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SpotifyDashboard.SignIn.Sharing;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyDashboard.Tests.Overview;

namespace SpotifyDashboard.Tests.Statistics.Top20;

public sealed class Top20PageTests(BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrowserTheory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Page_InEachThemeAndWidth_IsAccessibleAndFits(bool wide, bool dark)
    {
        var view = wide ? BrowserView.Wide : BrowserView.Narrow;
        await using var tab = await browser.OpenAsync("/top20?kind=artists&range=6m", (dark ? view.Dark() : view).Still());
        await Assertions.Expect(tab.Page.Locator(".ranked-row")).ToHaveCountAsync(20);

        await tab.AssertAccessibleAsync();

        Assert.Equal(view.Width, await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Choices_ByKeyboard_StandInTheAddress()
    {
        await using var tab = await browser.OpenAsync("/top20");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Albums", Exact = true }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Top 20 albums");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "All time" }).ClickAsync();

        await Assertions.Expect(tab.Page).ToHaveURLAsync(new Regex("kind=albums&range=all$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(tab.Page.GetByText("Spotify ranks tracks and artists, no albums.")).ToBeVisibleAsync();
        await tab.Page.ReloadAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "All time" })).ToHaveAttributeAsync("aria-current", "true");
    }

    [BrowserFact]
    public async Task Spotify_AfterASync_StandsBesideWithOwnPlaysAndRank()
    {
        await using var host = await WithOnePlayAsync();
        await using (var context = await ContextAsync(host))
        {
            context.TopItems.Add(new TopItemRow { ListenerId = 1, Kind = 0, Range = 2, Rank = 1, TrackId = 1, FetchedAt = DateTimeOffset.UtcNow });
            await context.SaveChangesAsync(Cancellation);
        }

        await using var tab = await browser.OpenAsync("/top20?range=1y", host: host);
        var spotify = tab.Page.Locator(".panel", new() { HasText = "By Spotify" });

        await Assertions.Expect(spotify.Locator(".ranked-row")).ToContainTextAsync("A song of my own");
        await Assertions.Expect(spotify.Locator(".ranked-figure")).ToHaveTextAsync("1 play, rank 1");
    }

    [BrowserFact]
    public async Task Page_WhenAPlayArrives_ShowsItByItself()
    {
        await using var host = new DashboardHost(static builder => builder.UseSetting("Demo:Enabled", "false"));
        host.Start();
        await host.Services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(Cancellation);
        await using var tab = await browser.OpenAsync("/top20?range=all", host: host);
        await Assertions.Expect(tab.Page.GetByText("Nothing was played yet.")).ToBeVisibleAsync();

        await OwnPlay.StoreAsync(host.Services, Cancellation);

        await Assertions.Expect(tab.Page.Locator(".ranked-row")).ToContainTextAsync("A song of my own");
    }

    [BrowserFact]
    public async Task Dialog_FromPictureToLink_MakesBothAndHandsTheFocusBack()
    {
        await using var host = await WithOnePlayAsync();
        await using var tab = await browser.OpenAsync("/top20?range=all", host: host);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Share" }).ClickAsync();
        var dialog = tab.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.GetByRole(AriaRole.Img)).ToHaveAttributeAsync("alt", new Regex("A song of my own", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await tab.AssertAccessibleAsync();

        var download = await tab.Page.RunAndWaitForDownloadAsync(() => dialog.GetByRole(AriaRole.Button, new() { Name = "Download PNG" }).ClickAsync());
        var picture = await File.ReadAllBytesAsync(await download.PathAsync(), Cancellation);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], picture.Take(4));
        Assert.Equal((1080, 1920), ((picture[18] << 8) + picture[19], (picture[22] << 8) + picture[23]));

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        await Assertions.Expect(dialog.Locator("input[readonly]")).ToHaveValueAsync(new Regex("/s/[A-Za-z0-9_-]{43}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await tab.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Share" })).ToBeFocusedAsync();
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Link_OpenedByAVisitor_ShowsOnePageAndFollowsIt()
    {
        await using var host = await WithOnePlayAsync();
        await using var tab = await browser.OpenAsync("/top20?range=all", BrowserView.Narrow.Dark(), host);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Share" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        var address = await tab.Page.Locator("dialog input[readonly]").InputValueAsync();

        var requests = new List<string>();
        tab.Context.Request += (_, request) => requests.Add(new Uri(request.Url).AbsolutePath);
        var visitor = await tab.Context.NewPageAsync();
        await visitor.GotoAsync(address);

        await Assertions.Expect(visitor.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Top 20 tracks");
        await Assertions.Expect(visitor.Locator(".ranked-row")).ToContainTextAsync("A song of my own");
        await Assertions.Expect(visitor.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        await Assertions.Expect(visitor.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
        await Assertions.Expect(visitor.GetByText("You", new() { Exact = true })).ToHaveCountAsync(0);
        Assert.DoesNotContain(requests, path => path.StartsWith("/_blazor", StringComparison.Ordinal) || path.StartsWith("/api", StringComparison.Ordinal) || path.Contains("blazor.web", StringComparison.Ordinal));
        Assert.Equal(375, await visitor.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        Assert.Empty((await visitor.RunAxe()).Violations.Select(rule => rule.Id));

        // What the clock would bring: the page looks for news when it is looked at again.
        await using (var context = await ContextAsync(host))
        {
            await context.Tracks.ExecuteUpdateAsync(change => change.SetProperty(track => track.Title, "A song renamed"), Cancellation);
        }

        await using (var write = await host.Services.GetRequiredService<StorageWriter>().BeginAsync(1, Cancellation))
        {
            write.MarkRewritten();
            await write.CommitAsync(Cancellation);
        }

        await visitor.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await Assertions.Expect(visitor.Locator(".ranked-row")).ToContainTextAsync("A song renamed");

        await host.Services.GetRequiredService<ShareLinks>().RevokeAsync(1, 1, Cancellation);
        await visitor.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await Assertions.Expect(visitor.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This link no longer works");
        await Assertions.Expect(visitor.GetByText("A song renamed")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Links_OnTheSettingsPage_AreListedAndWithdrawn()
    {
        await using var host = await WithOnePlayAsync();
        var links = host.Services.GetRequiredService<ShareLinks>();
        await links.CreateAsync(1, "/recap/2026", showsName: true, days: 7, Cancellation);
        await using var tab = await browser.OpenAsync("/settings", BrowserView.Narrow, host);
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Recap of 2026" })).ToBeVisibleAsync();
        await tab.AssertAccessibleAsync();
        Assert.Equal(375, await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Withdraw the link to Recap of 2026" }).ClickAsync();

        await Assertions.Expect(tab.Page.GetByText("The link is withdrawn")).ToBeVisibleAsync();
        Assert.Equal(ShareState.Revoked, Assert.Single(await links.ListAsync(1, Cancellation)).State);
    }

    [BrowserFact]
    public async Task PublicPage_OnceTheListenerSaysSo_SaysWhoTheyAre()
    {
        await using var host = await WithOnePlayAsync("1");
        await using var tab = await browser.OpenAsync("/top20", host: host);
        var visitor = await tab.Context.NewPageAsync();
        await visitor.GotoAsync(new Uri(new Uri(tab.Page.Url), "/top20/public?range=all").ToString());
        await Assertions.Expect(visitor.Locator(".ranked-row")).ToContainTextAsync("A song of my own");
        await Assertions.Expect(visitor.Locator("header .owner")).ToHaveCountAsync(0);

        await tab.Page.GetByLabel("Say my name and show my picture there").CheckAsync();
        await Assertions.Expect(tab.Page.GetByText("Your name and picture are shown.")).ToBeVisibleAsync();
        await visitor.ReloadAsync();

        await Assertions.Expect(visitor.Locator("header .owner")).ToHaveTextAsync("You");
    }

    [BrowserFact]
    public async Task Page_WithoutAnybody_LeadsToTheImport()
    {
        await using var host = new DashboardHost(static builder => builder.UseSetting("Demo:Enabled", "false"));
        await using var tab = await browser.OpenAsync("/top20", host: host);

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Import your history" })).ToBeVisibleAsync();
        await tab.AssertAccessibleAsync();
    }

    private static async Task<DashboardHost> WithOnePlayAsync(string? publicTop20 = null)
    {
        var host = new DashboardHost(builder => builder.UseSetting("Demo:Enabled", "false").UseSetting("Access:PublicTop20", publicTop20));
        host.Start();
        await OwnPlay.StoreAsync(host.Services, Cancellation);
        return host;
    }

    private static Task<DashboardDbContext> ContextAsync(DashboardHost host) =>
        host.Services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(Cancellation);
}
