using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SpotifyDashboard.Demo;
using SpotifyDashboard.Overview;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;

namespace SpotifyDashboard.Tests.Overview;

public sealed class OverviewPageTests(BrowserFixture browser)
{
    private const string NewestPlay = ".latest li:first-child";

    [BrowserTheory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Page_InEitherThemeAndWidth_IsAccessibleAndFits(bool wide, bool dark)
    {
        var view = wide ? BrowserView.Wide : BrowserView.Narrow;
        await using var tab = await browser.OpenAsync("/", (dark ? view.Dark() : view).Still());
        await DrawnAsync(tab);

        await tab.AssertAccessibleAsync();

        Assert.Equal(view.Width, await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Page_OfTheDemo_SaysSoAndLeadsToTheImport()
    {
        await using var tab = await browser.OpenAsync("/");

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Demo made-up plays" })).ToHaveAttributeAsync("href", "/import");
    }

    [BrowserFact]
    public async Task Refresh_Pressed_AddsAPlayToAnotherOpenWindowWithoutReload()
    {
        await using var host = new DashboardHost();
        await using var one = await browser.OpenAsync("/", host: host);
        await using var other = await browser.OpenAsync("/", host: host);
        await DrawnAsync(one);
        await DrawnAsync(other);
        var before = await NewestAsync(other);
        var plays = await PlaysAsync(other);
        await other.Page.EvaluateAsync("() => window.untouched = true");

        await one.WatchAsync("li[aria-current=step]");

        await one.Page.GetByRole(AriaRole.Button, new() { Name = "Refresh", Exact = true }).ClickAsync();

        await one.SeenAsync("Syncing…");
        await one.SeenAsync("Analyzing…");
        await Assertions.Expect(other.Page.Locator(NewestPlay)).Not.ToHaveAttributeAsync("data-play", before);
        await Assertions.Expect(other.Page.Locator(NewestPlay)).ToContainTextAsync("just now");
        Assert.True(await other.Page.EvaluateAsync<bool>("() => window.untouched"));
        Assert.Equal(plays + 1, await PlaysAsync(other));
        await Assertions.Expect(one.Page.GetByText("Updated")).ToBeVisibleAsync();
        other.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Plays_StoredByAnotherProcess_AppearWithinTwoSeconds()
    {
        await using var host = new DashboardHost();
        await using var tab = await browser.OpenAsync("/", host: host);
        await DrawnAsync(tab);
        var before = await NewestAsync(tab);
        var listener = await host.Services.GetRequiredService<ListenerDirectory>().FindCurrentAsync(TestContext.Current.CancellationToken);
        using var process = OtherProcess.On(host.Folder);

        await process.Services.GetRequiredService<DemoPlayer>().PlayOnAsync(listener?.Id ?? 0, TestContext.Current.CancellationToken);

        await Assertions.Expect(tab.Page.Locator(NewestPlay)).Not.ToHaveAttributeAsync("data-play", before);
    }

    [BrowserFact]
    public async Task AutoRefresh_Chosen_IsRememberedByTheBrowser()
    {
        await using var tab = await browser.OpenAsync("/");
        await DrawnAsync(tab);
        await tab.Page.GetByLabel("Auto-refresh").SelectOptionAsync("15m");
        await tab.Page.WaitForFunctionAsync("() => Object.values(localStorage).some(value => value.includes('15m'))");

        await tab.GoToAsync("/");

        await Assertions.Expect(tab.Page.GetByLabel("Auto-refresh")).ToHaveValueAsync("15m");
    }

    [BrowserFact]
    public async Task Panel_MadeToFail_LeavesThePageAliveAndComesBack()
    {
        await using var host = new DashboardHost(builder => builder.ConfigureServices(
            services => services.AddSingleton<IComponentActivator>(new FailingOnce(typeof(RhythmPanel)))));
        await using var tab = await browser.OpenAsync("/", host: host);
        var broken = tab.Page.Locator("section", new() { HasText = "When you listen" });

        await Assertions.Expect(broken.GetByRole(AriaRole.Alert)).ToContainTextAsync("could not be shown");
        await Assertions.Expect(tab.Page.Locator(NewestPlay)).ToBeVisibleAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Time", Exact = true }).First.ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".ranked-figure").First).ToContainTextAsync("min");
        await broken.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Assertions.Expect(broken.Locator(".chart-host .main-svg").First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Page_ByKeyboardAlone_RanksByTimeAndOpensADay()
    {
        await using var tab = await browser.OpenAsync("/");
        await DrawnAsync(tab);
        await TabToAsync(tab, "button", "Time");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator(".ranked-figure").First).ToContainTextAsync("min");

        await TabToAsync(tab, ".calendar td a", "");
        var last = await FocusedLabelAsync(tab);
        await tab.Page.Keyboard.PressAsync("ArrowLeft");
        var weekBefore = await FocusedLabelAsync(tab);
        await tab.Page.Keyboard.PressAsync("Enter");

        Assert.Equal(7, (DayOf(last) - DayOf(weekBefore)).TotalDays);
        var day = DayOf(weekBefore).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"from={day}&to={day}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Page_WithoutDemo_SaysWhatToDoNext()
    {
        await using var host = new DashboardHost(builder => builder.UseSetting("Demo:Enabled", "false"));
        await using var tab = await browser.OpenAsync("/", host: host);

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "No plays yet" })).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Import your history" })).ToHaveAttributeAsync("href", "/import");
        await tab.AssertAccessibleAsync();
    }

    [BrowserFact]
    public async Task Refresh_OfAnOwnListener_SaysWhereNewPlaysComeFrom()
    {
        await using var host = new DashboardHost(builder => builder.UseSetting("Demo:Enabled", "false"));
        await using var tab = await browser.OpenAsync("/", host: host);
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "No plays yet" })).ToBeVisibleAsync();
        await OwnPlay.StoreAsync(host.Services, TestContext.Current.CancellationToken);
        await Assertions.Expect(tab.Page.Locator(NewestPlay)).ToContainTextAsync("A song of my own");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Refresh", Exact = true }).ClickAsync();

        await Assertions.Expect(tab.Page.GetByText("New plays come with an import")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator(".tile-figure").First).ToHaveTextAsync("1");
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Page_InAPeriodWithoutPlays_SaysSoInEveryPanel()
    {
        await using var tab = await browser.OpenAsync("/?from=2001-01-01&to=2001-01-31");

        await Assertions.Expect(tab.Page.GetByText("Nothing was played in this period.")).ToHaveCountAsync(4);
        tab.AssertNoErrors();
    }

    private static async Task DrawnAsync(BrowserTab tab)
    {
        await Assertions.Expect(tab.Page.Locator(NewestPlay)).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator(".chart-host .main-svg").First).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator(".calendar table")).ToBeVisibleAsync();
    }

    private static async Task<string> NewestAsync(BrowserTab tab) =>
        await tab.Page.Locator(NewestPlay).GetAttributeAsync("data-play") ?? throw new InvalidOperationException("The play has no number.");

    private static async Task<int> PlaysAsync(BrowserTab tab) =>
        int.Parse(await tab.Page.Locator(".tile-figure").First.InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static async Task TabToAsync(BrowserTab tab, string selector, string text)
    {
        for (var i = 0; i < 80; i++)
        {
            await tab.Page.Keyboard.PressAsync("Tab");
            if (await tab.Page.EvaluateAsync<bool>("([selector, text]) => document.activeElement.matches(selector) && document.activeElement.textContent.includes(text)", new[] { selector, text }))
            {
                return;
            }
        }

        Assert.Fail($"{selector} “{text}” is not reached by Tab.");
    }

    private static Task<string> FocusedLabelAsync(BrowserTab tab) => tab.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')");

    private static DateTime DayOf(string label) => DateTime.ParseExact(label.Split(':')[0], "ddd d MMM yyyy", CultureInfo.InvariantCulture);
}
