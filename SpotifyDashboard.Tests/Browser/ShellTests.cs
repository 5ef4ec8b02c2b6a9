using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyDashboard.Tests.Ingest;
using SpotifyDashboard.Tests.Statistics.History;

namespace SpotifyDashboard.Tests.Browser;

public sealed class ShellTests(BrowserFixture browser)
{
    public static TheoryData<int, bool> Windows => new() { { 1440, false }, { 1440, true }, { 375, false }, { 375, true } };

    [BrowserTheory]
    [MemberData(nameof(Windows))]
    public async Task Controls_InEachWindow_AreAccessibleAndFit(int width, bool dark)
    {
        await using var tab = await browser.OpenAsync("/test/controls", new BrowserView(width, 900, dark));
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Controls" })).ToBeVisibleAsync();

        await tab.AssertAccessibleAsync();

        Assert.Equal(width, await tab.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Panel_ThatFails_LeavesThePageAliveAndComesBack()
    {
        await using var tab = await browser.OpenAsync("/test/controls");
        var panel = tab.Page.Locator(".panel", new() { HasText = "A fragile panel" });
        await Assertions.Expect(panel.GetByRole(AriaRole.Alert)).ToContainTextAsync("could not be shown");

        await panel.GetByText("Try again").ClickAsync();
        await Assertions.Expect(panel.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await tab.Page.GetByText("Mend it").ClickAsync();
        await panel.GetByText("Try again").ClickAsync();

        await Assertions.Expect(panel).ToContainTextAsync("Here it is");
        await Assertions.Expect(tab.Page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Heading_ThatGivesWayToTheOneOfTheFullerPage_HandsTheFocusOn()
    {
        await using var host = new HistoryHost();
        await using var tab = await browser.OpenAsync("/", host: host.Dashboard);
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "No plays yet" })).ToBeFocusedAsync();

        await host.ImportAsync(Rows.Extended("2024-05-01T10:00:41Z", track: 1));

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Overview" })).ToBeFocusedAsync();
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Heading_ThatTheReaderHasLeft_TakesNoFocus()
    {
        await using var host = new HistoryHost();
        await using var tab = await browser.OpenAsync("/", host: host.Dashboard);
        var link = tab.Page.GetByRole(AriaRole.Link, new() { Name = "Import your history" });
        var elsewhere = tab.Page.GetByRole(AriaRole.Link, new() { Name = "Statistics", Exact = true });
        await link.FocusAsync();
        await elsewhere.FocusAsync();

        await host.ImportAsync(Rows.Extended("2024-05-01T10:00:41Z", track: 1));

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Overview" })).ToBeVisibleAsync();
        await Assertions.Expect(elsewhere).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Theme_Chosen_StaysAfterReloadWithoutAFlash()
    {
        await using var tab = await browser.OpenAsync("/test/controls");
        await tab.Page.GetByRole(AriaRole.Radio, new() { Name = "Dark" }).CheckAsync();
        await Assertions.Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        // What the theme is when the body begins to exist, before anything is painted.
        await tab.Page.AddInitScriptAsync("new MutationObserver((_, watch) => { if (document.body) { window.themeAtFirstPaint = document.documentElement.dataset.theme; watch.disconnect(); } }).observe(document, { childList: true, subtree: true });");
        await tab.GoToAsync("/test/controls");

        Assert.Equal("dark", await tab.Page.EvaluateAsync<string>("() => window.themeAtFirstPaint"));
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Radio, new() { Name = "Dark" })).ToBeCheckedAsync();
    }

    [BrowserFact]
    public async Task Theme_FollowingTheSystem_ChangesWithIt()
    {
        await using var tab = await browser.OpenAsync("/test/controls", BrowserView.Wide.Dark());
        await Assertions.Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        await tab.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });

        await Assertions.Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
    }

    [BrowserFact]
    public async Task Keyboard_Alone_ReachesEverythingInOrder()
    {
        await using var tab = await browser.OpenAsync("/test/controls");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await tab.Page.EvaluateAsync("() => document.activeElement.blur()");
        var reached = new List<string>();
        for (var presses = 0; presses < 20; presses++)
        {
            await tab.Page.Keyboard.PressAsync("Tab");
            reached.Add(await tab.Page.EvaluateAsync<string>("() => (document.activeElement.getAttribute('aria-label') ?? document.activeElement.value ?? '') + '|' + document.activeElement.innerText"));
        }

        foreach (var expected in new[] { "Skip to the content", "Spotify Dashboard", "Period shown", "system", "Overview", "Mood map", "Import", "How is this counted?" })
        {
            Assert.Contains(reached, name => name.Contains(expected, StringComparison.Ordinal));
        }
    }

    [BrowserFact]
    public async Task SkipLink_Pressed_MovesTheFocusToTheContent()
    {
        await using var tab = await browser.OpenAsync("/test/controls");

        // Once drawn, a page takes the focus to its heading; a key pressed before that would go astray.
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await tab.Page.GetByText("Skip to the content").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(tab.Page.Locator("#content")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task NarrowBar_MoreOpenedByKeyboard_LeadsToTheOtherPagesAndClosesOnEscape()
    {
        await using var tab = await browser.OpenAsync("/test/controls", BrowserView.Narrow);
        var more = tab.Page.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true });
        var survey = tab.Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" }).GetByRole(AriaRole.Link, new() { Name = "Survey" });
        await Assertions.Expect(survey).ToBeHiddenAsync();

        await more.PressAsync("Enter");
        await Assertions.Expect(survey).ToBeVisibleAsync();
        await survey.PressAsync("Escape");
        await Assertions.Expect(survey).ToBeHiddenAsync();
        await Assertions.Expect(more).ToBeFocusedAsync();

        await more.PressAsync("Enter");
        await survey.ClickAsync();
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new Regex("/survey$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(survey).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task PeriodPicker_PresetThenBack_StandsInTheAddress()
    {
        await using var tab = await browser.OpenAsync("/test/controls");

        await tab.Page.GetByLabel("Period shown").SelectOptionAsync("last-year");
        await ExpectQueryAsync(tab, "from=2025-01-01&to=2025-12-31");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Earlier" }).ClickAsync();

        await ExpectQueryAsync(tab, "from=2024-01-01&to=2024-12-31");
        await Assertions.Expect(tab.Page.GetByLabel("Period shown").Locator("option:checked")).ToHaveTextAsync("2024");
    }

    [BrowserFact]
    public async Task PeriodPicker_OwnDays_StandInTheAddress()
    {
        await using var tab = await browser.OpenAsync("/test/controls");

        await tab.Page.GetByLabel("Period shown").SelectOptionAsync("custom");
        await tab.Page.GetByLabel("From", new() { Exact = true }).FillAsync("2026-02-01");
        await tab.Page.GetByLabel("To", new() { Exact = true }).FillAsync("2026-02-14");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();

        await ExpectQueryAsync(tab, "from=2026-02-01&to=2026-02-14");
    }

    [BrowserFact]
    public async Task WebSocket_Dropped_IsConnectedAgainWithThePageAlive()
    {
        await using var tab = await browser.OpenAsync("/test/cloud");
        // WebSockets that exist cannot be cut from the outside in Chromium, so the page keeps hold of its own.
        await tab.Page.AddInitScriptAsync("window.sockets = []; const Real = WebSocket; window.WebSocket = class extends Real { constructor(...a) { super(...a); window.sockets.push(this); } };");
        await tab.GoToAsync("/test/cloud");
        await tab.Page.GetByText("Hide the first group").ClickAsync();
        await ExpectFirstGroupAsync(tab, isShown: false); // a click still on its way would be lost with the connection

        await tab.Page.EvaluateAsync("() => window.sockets.forEach(socket => socket.close())");
        // The script writes this class when the circuit is taken up again; an open socket is only half of the way.
        await Assertions.Expect(tab.Page.Locator("#components-reconnect-modal")).ToHaveClassAsync(new Regex("components-reconnect-hide", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await tab.Page.GetByText("Hide the first group").ClickAsync();

        // The group that was hidden before the drop is shown again: the circuit, and what it knew, are the same.
        await ExpectFirstGroupAsync(tab, isShown: true);
    }

    [BrowserFact]
    public async Task Server_Gone_IsSaidInPlainWordsWithAWayOut()
    {
        var host = new DashboardHost();
        await using var tab = await browser.OpenAsync("/test/controls", host: host);

        await host.DisposeAsync();

        var dialog = tab.Page.GetByRole(AriaRole.Alertdialog);
        await Assertions.Expect(dialog).ToContainTextAsync("Connecting again");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Reload the page" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task UnknownAddress_Opened_SaysSoInsideTheFrame()
    {
        await using var tab = await browser.OpenAsync("/nothing/here");

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("There is no page at this address");
        await tab.AssertAccessibleAsync();
    }

    private static async Task ExpectFirstGroupAsync(BrowserTab tab, bool isShown) => await tab.Page.WaitForFunctionAsync(
        "shown => { const group = document.querySelector('.chart-host')?.data?.[0]; return group && (group.visible === true) === shown; }", isShown);

    private static Task ExpectQueryAsync(BrowserTab tab, string query) =>
        Assertions.Expect(tab.Page).ToHaveURLAsync(new Regex($"[?]{query}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
}
