using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyDashboard.Tests.Ingest;

namespace SpotifyDashboard.Tests.Statistics.History;

/// <summary>The page <c>/history</c> in a browser.</summary>
public sealed class HistoryPageTests(BrowserFixture browser)
{
    [BrowserTheory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Page_InEitherThemeAndWidth_IsAccessibleAndFits(bool wide, bool dark)
    {
        var view = wide ? BrowserView.Wide : BrowserView.Narrow;
        await using var tab = await browser.OpenAsync("/history", (dark ? view.Dark() : view).Still());
        await Assertions.Expect(Plays(tab).First).ToBeVisibleAsync();

        await tab.AssertAccessibleAsync();
        await tab.Page.GetByText("Download", new() { Exact = true }).ClickAsync();
        await tab.AssertAccessibleAsync();

        Assert.Equal(view.Width, await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task EmptyListener_IsToldWhatToDoNext()
    {
        await using var host = new HistoryHost();
        await using var tab = await browser.OpenAsync("/history", host: host.Dashboard);

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "No plays yet" })).ToBeVisibleAsync();
        await tab.AssertAccessibleAsync();
    }

    [BrowserFact]
    public async Task OnePlay_StandsAloneWithWhatIsKnownOfIt()
    {
        await using var host = new HistoryHost();
        await host.ImportAsync(Rows.Extended("2024-05-01T10:00:41Z", ms: 12_000));
        await using var tab = await browser.OpenAsync("/history", host: host.Dashboard);

        await Assertions.Expect(Plays(tab)).ToHaveCountAsync(1);
        await Assertions.Expect(tab.Page.GetByText("1 play", new() { Exact = true })).ToBeVisibleAsync();
        var row = Plays(tab).First;
        await Assertions.Expect(row.GetByRole(AriaRole.Link, new() { Name = "Song 1" })).ToHaveAttributeAsync("href", "/tracks/0aHand0000000000000001");
        await Assertions.Expect(row).ToContainTextAsync("not counted");
        await Assertions.Expect(row).ToContainTextAsync("Extended history");
        await Assertions.Expect(row.Locator("time").First).ToHaveAttributeAsync("title", new System.Text.RegularExpressions.Regex("\\(.+\\)$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task WordsTyped_NarrowTheListAndStandInTheAddress_SoThatALinkShowsTheSame()
    {
        await using var host = new HistoryHost();
        await host.ImportAsync(Rows.Extended("2024-05-01T10:00:41Z", track: 1, title: "Élan Vital"), Rows.Extended("2024-05-01T10:10:41Z", track: 2, title: "Other"));
        await using var tab = await browser.OpenAsync("/history", host: host.Dashboard);
        await Assertions.Expect(Plays(tab)).ToHaveCountAsync(2);

        await tab.Page.GetByLabel("Find in titles, artists and albums").PressSequentiallyAsync("elan nordlys");

        await Assertions.Expect(tab.Page.GetByText("1 of 2 plays")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByLabel("Find in titles, artists and albums")).ToBeFocusedAsync();
        await Assertions.Expect(tab.Page.GetByLabel("Find in titles, artists and albums")).ToHaveValueAsync("elan nordlys");
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=elan%20nordlys$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await using var other = await browser.OpenAsync(new Uri(tab.Page.Url).PathAndQuery, host: host.Dashboard);
        await Assertions.Expect(Plays(other)).ToHaveCountAsync(1);
        await other.Page.GetByText("Download", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Link, new() { Name = "These plays as JSON" })).ToHaveAttributeAsync("href", "/api/history.json?q=elan%20nordlys");
    }

    [BrowserFact]
    public async Task Heading_Followed_SortsByItAndTurnsRound()
    {
        await using var host = new HistoryHost();
        await host.ImportAsync(Rows.Extended("2024-05-01T10:00:41Z", track: 1, title: "Beta"), Rows.Extended("2024-05-01T10:10:41Z", track: 2, title: "alpha"));
        await using var tab = await browser.OpenAsync("/history", host: host.Dashboard);
        await Assertions.Expect(Plays(tab).First).ToContainTextAsync("alpha");

        await tab.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Title" }).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Title" })).ToHaveAttributeAsync("aria-sort", "ascending");
        await Assertions.Expect(Plays(tab).First).ToContainTextAsync("alpha");
        await tab.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Title" }).GetByRole(AriaRole.Link).ClickAsync();

        await Assertions.Expect(Plays(tab).First).ToContainTextAsync("Beta");
    }

    [BrowserFact]
    public async Task Play_RemovedByKeyboard_CanBeTakenBackAtOnceOrLater()
    {
        await using var host = new HistoryHost();
        await host.ImportAsync(Rows.Extended("2024-05-01T10:00:41Z", track: 1), Rows.Extended("2024-05-01T10:10:41Z", track: 2));
        await using var tab = await browser.OpenAsync("/history", host: host.Dashboard);
        await Assertions.Expect(Plays(tab)).ToHaveCountAsync(2);
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();

        await RemoveAsync(tab, "Song 2");
        await Assertions.Expect(Plays(tab)).ToHaveCountAsync(1);
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Plays(tab)).ToHaveCountAsync(2);

        await RemoveAsync(tab, "Song 1");
        await Assertions.Expect(Plays(tab)).ToHaveCountAsync(1);
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Removed plays" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("1 play is removed.")).ToBeVisibleAsync();
        await tab.AssertAccessibleAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Restore Song 1" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("No play is removed.")).ToBeVisibleAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Your plays" }).ClickAsync();

        await Assertions.Expect(Plays(tab)).ToHaveCountAsync(2);
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task NewPlay_InTwoWindows_ShowsAtTheTopAndWaitsWhereTheReaderHasScrolledAway()
    {
        await using var host = new HistoryHost();
        await host.ImportAsync(HistoryHost.Minutes("2024-05-01T10:00:41Z", 60));
        await using var top = await browser.OpenAsync("/history", host: host.Dashboard);
        await using var away = await browser.OpenAsync("/history", host: host.Dashboard);
        await Assertions.Expect(Plays(top).First).ToContainTextAsync("Song 1");
        await Assertions.Expect(Plays(away).First).ToContainTextAsync("Song 1");
        await away.Page.Locator(".list").EvaluateAsync("list => list.scrollTop = 1600");
        await Assertions.Expect(away.Page.GetByRole(AriaRole.Link, new() { Name = "Song 30", Exact = true })).ToBeVisibleAsync();
        var before = await PlaceAsync(away);

        await host.ImportAsync(Rows.Extended("2024-05-01T10:20:41Z", track: 99));

        await Assertions.Expect(Plays(top).First).ToContainTextAsync("Song 99");
        await Assertions.Expect(away.Page.GetByRole(AriaRole.Button, new() { Name = "1 new play" })).ToBeVisibleAsync();
        Assert.Equal(before, await PlaceAsync(away));
        await away.Page.GetByRole(AriaRole.Button, new() { Name = "1 new play" }).ClickAsync();
        await Assertions.Expect(Plays(away).First).ToContainTextAsync("Song 99");
        away.AssertNoErrors();
    }

    [BrowserFact]
    public async Task NewPlay_WhileTheTabDoesNotAnswer_WaitsForTheReaderToComeBack()
    {
        await using var host = new HistoryHost(static services => services.Configure<CircuitOptions>(static options => options.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(2)));
        await host.ImportAsync(HistoryHost.Minutes("2024-05-01T10:00:41Z", 60));
        await using var tab = await browser.OpenAsync("/settings", host: host.Dashboard);
        await tab.Page.RouteAsync("**/HistoryList.*js", static route => route.FulfillAsync(new()
        {
            ContentType = "text/javascript",
            Body = "export const isAtTop = () => new Promise(() => {}); export const toTop = () => {};",
        }));
        await tab.GoToAsync("/history");
        await Assertions.Expect(Plays(tab).First).ToContainTextAsync("Song 1");

        await host.ImportAsync(Rows.Extended("2024-05-01T10:20:41Z", track: 99));

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "1 new play" }).ClickAsync();
        await Assertions.Expect(Plays(tab).First).ToContainTextAsync("Song 99");
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task MillionPlays_AreReadToTheLastAndSearched()
    {
        await using var host = new HistoryHost();
        await host.SeedAsync(1_000_000);
        await using var tab = await browser.OpenAsync("/history", host: host.Dashboard);
        await Assertions.Expect(tab.Page.GetByText("1,000,000 plays")).ToBeVisibleAsync();

        await tab.Page.GetByLabel("Part of the list").SelectOptionAsync("9");
        await Assertions.Expect(Plays(tab).First).ToHaveAttributeAsync("aria-rowindex", "900002");
        await tab.Page.Locator(".list").EvaluateAsync("list => list.scrollTop = list.scrollHeight");
        await Assertions.Expect(tab.Page.Locator("tr[data-play='1']")).ToBeVisibleAsync();
        await tab.Page.GetByLabel("Find in titles, artists and albums").FillAsync("song 1999");

        await Assertions.Expect(tab.Page.GetByText("500 of 1,000,000 plays")).ToBeVisibleAsync();
        tab.AssertNoErrors();
    }

    private static ILocator Plays(BrowserTab tab) => tab.Page.Locator("tr[data-play]");

    private static async Task RemoveAsync(BrowserTab tab, string title)
    {
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = $"Remove {title}" }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
    }

    private static Task<string> PlaceAsync(BrowserTab tab) => tab.Page.Locator(".list").EvaluateAsync<string>(
        "list => { const edge = list.getBoundingClientRect().top + 100; const row = [...list.querySelectorAll('tr[data-play]')].find(row => row.getBoundingClientRect().bottom > edge); return `${row.dataset.play} ${Math.round(row.getBoundingClientRect().top)}`; }");
}
