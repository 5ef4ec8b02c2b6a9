using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyDashboard.Tests.Overview;

namespace SpotifyDashboard.Tests.Statistics.Discovery;

public sealed partial class DiscoverySectionTests(BrowserFixture browser)
{
    private const string Address = "/stats?section=discovery";

    private static readonly string[] s_panels = ["New to you", "Rediscovered", "Forgotten favourites", "Obsessions", "On this day", "Repeats and loyalty"];

    [BrowserTheory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Section_InEitherThemeAndWidth_IsAccessibleAndFits(bool wide, bool dark)
    {
        var view = wide ? BrowserView.Wide : BrowserView.Narrow;
        await using var tab = await browser.OpenAsync(Address, (dark ? view.Dark() : view).Still());
        await DrawnAsync(tab);

        await tab.AssertAccessibleAsync();

        Assert.Equal(view.Width, await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Lists_OfTheDemo_LeadToTracksArtistsAndDays()
    {
        await using var tab = await browser.OpenAsync(Address);
        await DrawnAsync(tab);

        await Assertions.Expect(Panel(tab, "New to you").Locator("a[href^='/artists/']").First).ToBeVisibleAsync();
        await Assertions.Expect(Panel(tab, "Forgotten favourites").Locator("a[href^='/tracks/']").First).ToBeVisibleAsync();
        await Assertions.Expect(Panel(tab, "On this day").Locator("a.year").First).ToHaveAttributeAsync("href", OfDay());
        await Panel(tab, "New to you").GetByText("Show as table").ClickAsync();
        await Assertions.Expect(Panel(tab, "New to you").Locator("tbody a").First).ToHaveAttributeAsync("href", OfMonth());
    }

    [BrowserFact]
    public async Task Section_OfOnePlay_IsNewAndNothingComesBack()
    {
        await using var host = new DashboardHost();
        host.Start();
        await OwnPlay.StoreAsync(host.Services, TestContext.Current.CancellationToken);
        await using var tab = await browser.OpenAsync(Address, host: host);
        await DrawnAsync(tab);

        await Assertions.Expect(Panel(tab, "New to you").Locator("figcaption")).ToContainTextAsync("of your plays in");
        await Assertions.Expect(Panel(tab, "Rediscovered")).ToContainTextAsync("Nothing came back");
        await Assertions.Expect(Panel(tab, "Forgotten favourites")).ToContainTextAsync("No favourite has been silent");
        await Assertions.Expect(Panel(tab, "Repeats and loyalty")).ToContainTextAsync("Somebody");
        await tab.AssertAccessibleAsync();
        tab.AssertNoErrors();
    }

    private static ILocator Panel(BrowserTab tab, string title) => tab.Page.Locator("section.panel", new() { Has = tab.Page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) });

    private static async Task DrawnAsync(BrowserTab tab)
    {
        await Assertions.Expect(tab.Page.Locator(".chart-host.js-plotly-plot")).ToHaveCountAsync(1);
        foreach (var panel in s_panels)
        {
            await Assertions.Expect(Panel(tab, panel).Locator(".load-panel")).ToBeVisibleAsync();
        }
    }

    [GeneratedRegex(@"^/history\?from=(?<day>\d{4}-\d\d-\d\d)&to=\k<day>$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfDay();

    [GeneratedRegex(@"^/history\?from=\d{4}-\d\d-01&to=\d{4}-\d\d-(?:28|29|30|31)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfMonth();
}
