using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyDashboard.Tests.Overview;

namespace SpotifyDashboard.Tests.Statistics;

public sealed class TasteAndHabitsPageTests(BrowserFixture browser)
{
    private const int TastePanels = 6;
    private const int HabitsPanels = 4;
    private const float Patience = 60_000;

    public static TheoryData<string, bool, bool> Looks
    {
        get
        {
            var looks = new TheoryData<string, bool, bool>();
            foreach (var section in new[] { "taste", "habits" })
            {
                foreach (var (wide, dark) in new[] { (true, true), (false, false) })
                {
                    looks.Add(section, wide, dark);
                }
            }

            return looks;
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Looks))]
    public async Task Section_InEitherThemeAndWidth_IsAccessibleAndFits(string section, bool wide, bool dark)
    {
        var view = wide ? BrowserView.Wide : BrowserView.Narrow;
        await using var tab = await browser.OpenAsync($"/stats?section={section}", (dark ? view.Dark() : view).Still());
        await DrawnAsync(tab);

        await tab.AssertAccessibleAsync();

        Assert.Equal(view.Width, await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        tab.AssertNoErrors();
    }

    [BrowserTheory]
    [InlineData("taste", TastePanels)]
    [InlineData("habits", HabitsPanels)]
    public async Task Section_InAPeriodWithoutPlays_SaysSoInEveryPanel(string section, int panels)
    {
        await using var tab = await browser.OpenAsync($"/stats?section={section}&from=2001-01-01&to=2001-01-31");

        await Assertions.Expect(tab.Page.GetByText("Nothing was played in this period.")).ToHaveCountAsync(panels, new() { Timeout = Patience });
        tab.AssertNoErrors();
    }

    [BrowserTheory]
    [InlineData("taste", "Connect Spotify, and the albums are looked up", "/status")]
    [InlineData("habits", "Only the extended streaming history tells where you listened.", "/import")]
    public async Task Section_WithOnePlayOfWhichLittleIsKnown_SaysWhatIsMissingAndLeadsThere(string section, string words, string step)
    {
        await using var host = new DashboardHost(builder => builder.UseSetting("Demo:Enabled", "false"));
        await using var tab = await browser.OpenAsync("/", host: host);
        await OwnPlay.StoreAsync(host.Services, TestContext.Current.CancellationToken);
        await tab.GoToAsync($"/stats?section={section}");

        var panel = tab.Page.Locator("section.panel", new() { HasText = words });
        await Assertions.Expect(panel.GetByRole(AriaRole.Link).First).ToHaveAttributeAsync("href", step, new() { Timeout = Patience });
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await tab.AssertAccessibleAsync();
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Month_InTheTableOfAChart_LeadsToItsPlays()
    {
        await using var tab = await browser.OpenAsync("/stats?section=taste&from=2026-01-15&to=2026-03-20");
        var diversity = tab.Page.Locator("section.panel", new() { Has = tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Diversity", Exact = true }) });
        await diversity.GetByText("Show as table").ClickAsync(new() { Timeout = Patience });

        await diversity.GetByRole(AriaRole.Link, new() { Name = "Jan 2026" }).PressAsync("Enter");

        await Assertions.Expect(tab.Page).ToHaveURLAsync(new Regex("/history\\?from=2026-01-15&to=2026-01-31$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [BrowserFact]
    public async Task MostSkipped_Row_LeadsToItsTrack()
    {
        await using var tab = await browser.OpenAsync("/stats?section=habits");
        var row = tab.Page.Locator(".ranked-row a").First;
        await Assertions.Expect(row).ToHaveAttributeAsync("href", new Regex("^/tracks/", RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = Patience });
        var title = await row.InnerTextAsync();

        await row.ClickAsync();

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }).First).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    /// <summary>Waits until every panel shows something and every chart is drawn.</summary>
    private static async Task DrawnAsync(BrowserTab tab)
    {
        await Assertions.Expect(tab.Page.Locator(".chart-host .main-svg").First).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(tab.Page.Locator(".shell .skeleton")).ToHaveCountAsync(0, new() { Timeout = Patience });
    }
}
