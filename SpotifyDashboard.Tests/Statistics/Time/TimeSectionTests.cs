using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyDashboard.Tests.Overview;

namespace SpotifyDashboard.Tests.Statistics.Time;

public sealed partial class TimeSectionTests(BrowserFixture browser)
{
    private static readonly string[] s_panels = ["Plays over time", "Sessions", "Days in a row", "Milestones"];

    [BrowserTheory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Section_InEitherThemeAndWidth_IsAccessibleAndFits(bool wide, bool dark)
    {
        var view = wide ? BrowserView.Wide : BrowserView.Narrow;
        await using var tab = await browser.OpenAsync("/stats", (dark ? view.Dark() : view).Still());
        await DrawnAsync(tab, charts: 3);

        await tab.AssertAccessibleAsync();

        Assert.Equal(view.Width, await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Trend_AnotherLength_StandsInTheAddressAndLeadsToThePlays()
    {
        await using var tab = await browser.OpenAsync("/stats");
        await DrawnAsync(tab, charts: 3);
        var panel = Panel(tab, "Plays over time");

        await panel.GetByRole(AriaRole.Link, new() { Name = "Year", Exact = true }).ClickAsync();

        await Assertions.Expect(tab.Page).ToHaveURLAsync(ByYear());
        await Assertions.Expect(panel.Locator("figcaption")).ToContainTextAsync("The fullest year");
        await panel.GetByText("Show as table").ClickAsync();
        await Assertions.Expect(panel.Locator("tbody a").First).ToHaveAttributeAsync("href", OfYear());
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Section_OfAPeriodWithoutPlays_SaysSo()
    {
        await using var tab = await browser.OpenAsync("/stats?from=2001-01-01&to=2001-01-31");

        await Assertions.Expect(tab.Page.GetByText("Nothing was played in this period.")).ToHaveCountAsync(3);
        await Assertions.Expect(Panel(tab, "Milestones")).ToContainTextAsync("None was reached in this period.");
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Section_OfOnePlay_ShowsItInEveryPanel()
    {
        await using var host = new DashboardHost();
        host.Start();
        await OwnPlay.StoreAsync(host.Services, TestContext.Current.CancellationToken);
        await using var tab = await browser.OpenAsync("/stats", host: host);
        await DrawnAsync(tab, charts: 3);

        await Assertions.Expect(Panel(tab, "Plays over time").Locator("figcaption")).ToContainTextAsync("1 play");
        await Assertions.Expect(Panel(tab, "Sessions")).ToContainTextAsync("3 min, 1 play");
        await Assertions.Expect(Panel(tab, "Days in a row")).ToContainTextAsync("1 of 1 day had music");
        await Assertions.Expect(Panel(tab, "Milestones")).ToContainTextAsync("First play");
        await tab.AssertAccessibleAsync();
        tab.AssertNoErrors();
    }

    private static ILocator Panel(BrowserTab tab, string title) => tab.Page.Locator("section.panel", new() { Has = tab.Page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) });

    private static async Task DrawnAsync(BrowserTab tab, int charts)
    {
        await Assertions.Expect(tab.Page.Locator(".chart-host.js-plotly-plot")).ToHaveCountAsync(charts);
        foreach (var panel in s_panels)
        {
            await Assertions.Expect(Panel(tab, panel).Locator(".load-panel")).ToBeVisibleAsync();
        }
    }

    [GeneratedRegex("by=year", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ByYear();

    [GeneratedRegex(@"^/history\?from=\d{4}-01-01&to=\d{4}-12-31$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfYear();
}
