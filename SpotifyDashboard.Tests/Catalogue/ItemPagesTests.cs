using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyDashboard.Tests.Moods;

namespace SpotifyDashboard.Tests.Catalogue;

public sealed class ItemPagesTests(BrowserFixture browser)
{
    private static readonly DateTimeOffset s_noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, int, bool> Windows =>
        [.. from kind in new[] { "artists", "albums" } from isWide in new[] { true, false } select (kind, isWide ? 1440 : 375, isWide)];

    [BrowserTheory]
    [MemberData(nameof(Windows))]
    public async Task Page_InEachWindow_IsAccessibleAndFits(string kind, int width, bool dark)
    {
        await using var tab = await browser.OpenAsync("/", new BrowserView(width, 812, dark).Still());
        await tab.GoToAsync($"/{kind}/{await FirstIdAsync(tab, kind)}");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = kind == "artists" ? "Top albums" : "Its tracks" })).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator(".moods li").First).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator(".chart-waiting")).ToHaveCountAsync(0);

        await tab.AssertAccessibleAsync();

        Assert.Equal(width, await tab.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await Assertions.Expect(tab.Page.GetByText("Open in Spotify")).ToHaveCountAsync(0); // the demo's artists are invented
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Keyboard_FromOverviewToArtistToTrackAndBack_LandsOnEachHeading()
    {
        await using var tab = await browser.OpenAsync("/");
        await tab.Page.Locator("a.ranked-title[href^='/artists/']").First.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await ExpectPageAsync(tab, "artists");
        await Assertions.Expect(Heading(tab)).ToBeFocusedAsync();
        var first = await Heading(tab).InnerTextAsync();

        // From one artist to the next the page stays the same; the focus moves all the same.
        await tab.Page.Locator("a.ranked-title[href^='/artists/']").First.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Heading(tab)).Not.ToHaveTextAsync(first);
        await Assertions.Expect(Heading(tab)).ToBeFocusedAsync();

        await tab.Page.Locator("a.ranked-title[href^='/albums/']").First.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await ExpectPageAsync(tab, "albums");
        await tab.Page.Locator("a.ranked-title[href^='/tracks/']").First.ClickAsync();
        await ExpectPageAsync(tab, "tracks");
        await tab.Page.Locator(".item-head a[href^='/artists/']").ClickAsync();

        await ExpectPageAsync(tab, "artists");
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Period_Chosen_ChangesTheFiguresAndNotThoseOfAllTime()
    {
        await using var host = OwnHost();
        host.Start();
        await SongWriter.AddAsync(host.Services, [Song.Of("a") with { Plays = [s_noon, s_noon.AddDays(1), s_noon.AddDays(40)] }]);
        await using var tab = await browser.OpenAsync("/tracks/a?from=2026-06-01&to=2026-06-07", host: host);

        await Assertions.Expect(Figure(tab, 1)).ToHaveTextAsync("2");
        await Assertions.Expect(tab.Page.GetByText("3 plays, 9 min")).ToBeVisibleAsync();
        await tab.Page.GetByLabel("Period shown").SelectOptionAsync("all");

        await Assertions.Expect(Figure(tab, 1)).ToHaveTextAsync("3");
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Figures_LeadToThePlaysBehindThem()
    {
        await using var host = OwnHost();
        host.Start();
        await SongWriter.AddAsync(host.Services, [Song.Of("a") with { Title = "Öre & Co", Plays = [s_noon.AddHours(11)] }]);
        await using var tab = await browser.OpenAsync("/tracks/a", host: host);

        // 23:00 in UTC is the next day in Berlin, which the browser tells.
        await Assertions.Expect(tab.Page.Locator(".facts a[href='/history?from=2026-06-02&to=2026-06-02']")).ToHaveCountAsync(2);
        await Assertions.Expect(tab.Page.Locator(".facts a").First).ToHaveAttributeAsync("href", "/history?artist=1&q=%C3%96re%20%26%20Co");
        await Assertions.Expect(tab.Page.Locator(".facts time").First).ToHaveAttributeAsync("title", new Regex("Europe/Berlin", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [BrowserFact]
    public async Task Plays_ThatArrive_MoveTheFiguresWhileThePageIsOpen()
    {
        await using var host = OwnHost();
        host.Start();
        await SongWriter.AddAsync(host.Services, [Song.Of("a") with { Plays = [s_noon] }]);
        await using var tab = await browser.OpenAsync("/artists/1", host: host);
        await Assertions.Expect(Figure(tab, 1)).ToHaveTextAsync("1");

        await SongWriter.AddAsync(host.Services, [Song.Of("b") with { Plays = [s_noon.AddDays(1), s_noon.AddDays(2)] }]);

        await Assertions.Expect(Figure(tab, 1)).ToHaveTextAsync("3");
        await Assertions.Expect(tab.Page.GetByText("of 1 artist by plays", new() { Exact = true })).ToBeVisibleAsync();
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Page_OfATrackNeverPlayed_SaysWhatIsMissing()
    {
        await using var host = OwnHost();
        host.Start();
        await SongWriter.AddAsync(host.Services, [new Song("saved", new Dictionary<string, double>())]);
        await using var tab = await browser.OpenAsync("/tracks/saved", host: host);

        await Assertions.Expect(tab.Page.GetByText("No play of it counts so far")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByText("Nothing of it was played in this period.").First).ToBeVisibleAsync();
        await tab.AssertAccessibleAsync();
        tab.AssertNoErrors();
    }

    [BrowserTheory]
    [InlineData("/artists/99", "This artist is not in your history")]
    [InlineData("/albums/nobody", "This album is not in your history")]
    public async Task Page_OfAnUnknownId_SaysSoWithAWayOn(string address, string title)
    {
        await using var tab = await browser.OpenAsync(address);

        await Assertions.Expect(Heading(tab)).ToHaveTextAsync(title);
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Go to the overview" })).ToBeVisibleAsync();
        await tab.AssertAccessibleAsync();
    }

    [BrowserFact]
    public async Task Page_OfNobody_LeadsToTheImport()
    {
        await using var host = OwnHost();
        await using var tab = await browser.OpenAsync("/artists/1", host: host);

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Import your history" })).ToBeVisibleAsync();
        tab.AssertNoErrors();
    }

    private static async Task<string> FirstIdAsync(BrowserTab tab, string kind) => await tab.Page.EvaluateAsync<string>(
        "async kind => (await (await fetch(`/api/stats/top?kind=${kind}&limit=1`)).json())[0].id", kind);

    private static Task ExpectPageAsync(BrowserTab tab, string kind) =>
        Assertions.Expect(tab.Page).ToHaveURLAsync(new Regex($"/{kind}/", RegexOptions.None, TimeSpan.FromSeconds(1)));

    private static ILocator Heading(BrowserTab tab) => tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private static ILocator Figure(BrowserTab tab, int tile) => tab.Page.Locator(".tile-figure").Nth(tile);

    private static DashboardHost OwnHost() => new(builder => builder.UseSetting("Demo:Enabled", "false"));
}
