using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Moods;

namespace SpotifyDashboard.Tests.Catalogue.Palette;

public sealed class PaletteToolTests(BrowserFixture browser)
{
    public static TheoryData<int, bool> Windows => new() { { 1440, true }, { 375, false } };

    [BrowserTheory]
    [MemberData(nameof(Windows))]
    public async Task Palette_InEachWindow_IsAccessibleFitsAndMovesNothing(int width, bool dark)
    {
        await using var tab = await OpenAsync("/status", new BrowserView(width, 812, dark).Still());
        var before = await tab.Page.Locator("h1").BoundingBoxAsync();
        await Opener(tab).ClickAsync();
        await Assertions.Expect(Options(tab).First).ToBeVisibleAsync();

        await tab.AssertAccessibleAsync();
        await Field(tab).FillAsync("a");
        await Assertions.Expect(Options(tab).GetByText("Artist").First).ToBeVisibleAsync();
        await tab.AssertAccessibleAsync();

        Assert.Equal(width, await tab.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Equal(before?.Y, (await tab.Page.Locator("h1").BoundingBoxAsync())?.Y);
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Keys_OpenMoveChooseAndLandOnThePage()
    {
        await using var tab = await OpenAsync("/");
        await tab.Page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(Field(tab)).ToBeFocusedAsync();

        await tab.Page.Keyboard.TypeAsync("theme");
        await Assertions.Expect(Options(tab)).ToHaveCountAsync(3);
        await ExpectMarkedAsync(tab, "Use the light theme");
        await tab.Page.Keyboard.PressAsync("ArrowUp");
        await ExpectMarkedAsync(tab, "Use the theme of the system");
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        await ExpectMarkedAsync(tab, "Use the dark theme");
        await tab.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Radio, new() { Name = "Dark" })).ToBeCheckedAsync();
        await Assertions.Expect(Dialog(tab)).ToBeHiddenAsync();

        // What was typed counts although Enter follows at once.
        await tab.Page.Keyboard.PressAsync("Control+k");
        await tab.Page.Keyboard.TypeAsync("settings");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new Regex("/settings$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(Heading(tab)).ToBeFocusedAsync();
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Focus_StaysInsideAndGoesBackWhereItWas()
    {
        await using var tab = await OpenAsync("/test/controls");
        var period = tab.Page.GetByLabel("Period shown");
        await period.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Meta+k");
        await Assertions.Expect(Field(tab)).ToBeFocusedAsync();

        for (var presses = 0; presses < 5; presses++)
        {
            await tab.Page.Keyboard.PressAsync("Tab");
            Assert.True(await tab.Page.EvaluateAsync<bool>("() => document.activeElement === document.body || document.activeElement.closest('dialog') !== null"));
        }

        await tab.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Dialog(tab)).ToBeHiddenAsync();
        await Assertions.Expect(period).ToBeFocusedAsync();

        await tab.Page.Keyboard.PressAsync("Control+k");
        await Field(tab).FillAsync("zzzz");
        await Assertions.Expect(tab.Page.GetByText("Nothing of yours is called that.")).ToBeVisibleAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(period).ToBeFocusedAsync();

        // Opened anew it begins anew.
        await tab.Page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(Field(tab)).ToHaveValueAsync("");
        await Assertions.Expect(Options(tab).GetByText("Overview", new() { Exact = true })).ToBeVisibleAsync();
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Period_Chosen_StandsInTheAddressOfThePageOrTheOverview()
    {
        await using var tab = await OpenAsync("/stats?section=taste");

        await ChooseAsync(tab, "last year");
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new Regex(@"/stats\?section=taste&from=\d{4}-01-01&to=\d{4}-12-31$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await tab.GoToAsync("/settings");
        await ReadyAsync(tab);
        await ChooseAsync(tab, "last year");

        await Assertions.Expect(tab.Page).ToHaveURLAsync(new Regex(@"\d/\?from=\d{4}-01-01&to=\d{4}-12-31$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [BrowserFact]
    public async Task Names_HostileOrFromRightToLeft_AreFoundAndShownAsText()
    {
        await using var host = new DashboardHost(builder => builder.UseSetting("Demo:Enabled", "false"));
        host.Start();
        var names = SpotifyWorld.HostileNames;
        await SongWriter.AddAsync(host.Services, names.Select((name, index) => Song.Of($"{index}".PadLeft(22, 'h')) with { Title = name, Artist = $"Artist {index}" }));
        await using var tab = await OpenAsync("/status", host: host);

        foreach (var (typed, index) in new[] { ("<script>", 0), ("right-to", 1), ("שלום", 2), ("🎵", 3), ("drop table", 5), ("{{7*7}}", 7) })
        {
            await tab.Page.Keyboard.PressAsync("Control+k");
            await Field(tab).FillAsync(typed);
            await Assertions.Expect(Options(tab)).ToHaveCountAsync(1);
            await Assertions.Expect(Options(tab).First.Locator("bdi").First).ToHaveTextAsync(names[index], new() { UseInnerText = false });
            await tab.Page.Keyboard.PressAsync("Escape");
        }

        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Palette_OfNobody_OffersPages()
    {
        await using var host = new DashboardHost(builder => builder.UseSetting("Demo:Enabled", "false"));
        await using var tab = await OpenAsync("/", host: host);

        await ChooseAsync(tab, "import");

        await Assertions.Expect(tab.Page).ToHaveURLAsync(new Regex("/import$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        tab.AssertNoErrors();
    }

    private async Task<BrowserTab> OpenAsync(string path, BrowserView? view = null, DashboardHost? host = null)
    {
        var tab = await browser.OpenAsync(path, view, host);
        await ReadyAsync(tab);
        return tab;
    }

    /// <summary>A key pressed before the page took its focus, or before the shortcut is heard, would go astray.</summary>
    private static async Task ReadyAsync(BrowserTab tab)
    {
        await Assertions.Expect(Heading(tab)).ToBeFocusedAsync();
        await Assertions.Expect(Opener(tab)).ToBeEnabledAsync();
    }

    private static async Task ChooseAsync(BrowserTab tab, string typed)
    {
        await tab.Page.Keyboard.PressAsync("Control+k");
        await tab.Page.Keyboard.TypeAsync(typed);
        await tab.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task ExpectMarkedAsync(BrowserTab tab, string name)
    {
        var marked = tab.Page.Locator("[role=option][aria-selected=true]");
        await Assertions.Expect(marked).ToContainTextAsync(name);
        await Assertions.Expect(Field(tab)).ToHaveAttributeAsync("aria-activedescendant", await marked.GetAttributeAsync("id") ?? "");
    }

    private static ILocator Heading(BrowserTab tab) => tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private static ILocator Opener(BrowserTab tab) => tab.Page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true });

    private static ILocator Dialog(BrowserTab tab) => tab.Page.Locator("dialog.palette");

    private static ILocator Field(BrowserTab tab) => tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "Search tracks" });

    private static ILocator Options(BrowserTab tab) => tab.Page.GetByRole(AriaRole.Option).And(tab.Page.Locator("li"));
}
