using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyDashboard.Tests.Overview;

namespace SpotifyDashboard.Tests.Statistics.Recap;

public sealed class RecapPageTests(BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrowserTheory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Page_InEitherThemeAndWidth_IsAccessibleAndFits(bool wide, bool dark)
    {
        var view = wide ? BrowserView.Wide : BrowserView.Narrow;
        await using var tab = await browser.OpenAsync("/recap", (dark ? view.Dark() : view).Still());
        await Assertions.Expect(tab.Page.GetByText("Biggest day")).ToBeVisibleAsync();

        await tab.AssertAccessibleAsync();

        Assert.Equal(view.Width, await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Arrows_ByKeyboard_LeadToTheNeighbours()
    {
        await using var tab = await browser.OpenAsync("/recap/2026/1");
        var earlier = tab.Page.GetByRole(AriaRole.Link, new() { Name = "December 2025" });
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();

        await earlier.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Recap of December 2025");
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new Regex("/recap/2025/12$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [BrowserFact]
    public async Task Year_WithoutPlays_SaysSoAndWhereThereAreSome()
    {
        await using var host = new DashboardHost();
        host.Start();
        await OwnPlay.StoreAsync(host.Services, Cancellation); // 28 May 2026
        await using var tab = await browser.OpenAsync("/recap/2019", host: host);

        await Assertions.Expect(tab.Page.GetByText("Nothing was played in 2019")).ToBeVisibleAsync();
        await tab.AssertAccessibleAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Show 2026" }).ClickAsync();

        await Assertions.Expect(tab.Page.Locator(".hero")).ToContainTextAsync("3 minutes");
    }

    [BrowserFact]
    public async Task Address_OfNoMonth_SaysWhatThereIs()
    {
        await using var tab = await browser.OpenAsync("/recap/2026/13");

        await Assertions.Expect(tab.Page.GetByText("There is no such year or month")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Page_WithoutAnybody_LeadsToTheImport()
    {
        await using var host = new DashboardHost(static builder => builder.UseSetting("Demo:Enabled", "false"));
        await using var tab = await browser.OpenAsync("/recap/2026", host: host);

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Import your history" })).ToBeVisibleAsync();
    }
}
