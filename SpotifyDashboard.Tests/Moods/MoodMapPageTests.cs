using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;

namespace SpotifyDashboard.Tests.Moods;

public sealed class MoodMapPageTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Map_Dragged_TurnsAndKeepsItsCameraWhileMoodsChange()
    {
        await using var tab = await browser.OpenAsync("/moods");
        var hands = new MapHands(tab);
        var map = await hands.DrawnAsync();
        var before = await BrowserTab.PixelsAsync(map);

        await hands.DragAsync(0.4f, 0.5f, 0.6f, 0.6f);
        var turned = await BrowserTab.PixelsAsync(map);
        var camera = await hands.CameraAsync();
        await ChooseAsync(tab, "7");
        await Assertions.Expect(tab.Page.Locator(".legend > li")).ToHaveCountAsync(7);
        await hands.SettleAsync();

        Assert.True(await tab.ColorsAsync(map) > 5);
        Assert.NotEqual(before, turned);
        Assert.Equal(camera, await hands.CameraAsync());
        Assert.Contains("k=7", tab.Page.Url, StringComparison.Ordinal);
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Map_PointClicked_ShowsTheTrackThatWasPointedAt()
    {
        await using var tab = await browser.OpenAsync("/moods");
        var hands = new MapHands(tab);
        await hands.DrawnAsync();

        var title = await hands.FindPointAsync();
        await tab.Page.Mouse.DownAsync();
        await tab.Page.WaitForTimeoutAsync(60);
        await tab.Page.Mouse.UpAsync();

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Region, new() { Name = "Selected track", Exact = true }).GetByRole(AriaRole.Heading)).ToHaveTextAsync(title);
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task FlatMap_LassoDrawn_ListsTheTracksAndHandsThemOutAsCsv()
    {
        await using var tab = await browser.OpenAsync("/moods?view=2d");
        var hands = new MapHands(tab);
        await hands.DrawnAsync();
        var drawn = Regex.Match(await tab.Page.Locator(".facts li").First.InnerTextAsync(), "^[0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;

        await hands.LassoAsync();
        await Assertions.Expect(tab.Page.GetByText($"{drawn} tracks", new() { Exact = true })).ToBeVisibleAsync();
        var download = await tab.Page.RunAndWaitForDownloadAsync(() => tab.Page.GetByRole(AriaRole.Button, new() { Name = "Download as CSV" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);

        Assert.Equal("tracks.csv", download.SuggestedFilename);
        Assert.StartsWith("track_id,title,artist,mood,danceability,", lines[0], StringComparison.Ordinal);
        Assert.Equal(int.Parse(drawn, CultureInfo.InvariantCulture), lines.Length - 1);
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Map_ByKeyboardAlone_ChoosesMoodsTurnsAndOpensATrackFromTheTable()
    {
        await using var tab = await browser.OpenAsync("/moods");
        var hands = new MapHands(tab);
        var map = await hands.DrawnAsync();

        await TabToAsync(tab, "input[type=radio][value='5']");
        await tab.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(tab.Page.Locator(".legend > li")).ToHaveCountAsync(6);
        await TabToAsync(tab, ".map .chart-host");
        var before = await BrowserTab.PixelsAsync(map);
        await tab.Page.Keyboard.PressAsync("ArrowLeft");
        await hands.SettleAsync();
        Assert.NotEqual(before, await BrowserTab.PixelsAsync(map));

        await tab.GoToAsync("/moods?view=table");
        await TabToAsync(tab, ".mood-table tbody button");
        var title = await tab.Page.EvaluateAsync<string>("() => document.activeElement.innerText");
        await tab.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Region, new() { Name = "Selected track", Exact = true }).GetByRole(AriaRole.Heading)).ToHaveTextAsync(title);
    }

    [BrowserTheory]
    [InlineData("/moods?k=10", true)]
    [InlineData("/moods?view=table", false)]
    public async Task Map_InEitherTheme_IsAccessible(string path, bool dark)
    {
        await using var tab = await browser.OpenAsync(path, dark ? BrowserView.Wide.Dark() : BrowserView.Wide);
        await Assertions.Expect(tab.Page.Locator(".chart-waiting")).ToHaveCountAsync(0);
        await Assertions.Expect(tab.Page.Locator(".mood-count [data-suggested]")).ToBeVisibleAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^List its", RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Download as CSV" })).ToBeVisibleAsync();

        await tab.AssertAccessibleAsync();
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Map_OnAPhone_LetsThePageScrollUntilItIsUnlocked()
    {
        await using var tab = await browser.OpenAsync("/moods", BrowserView.Narrow);
        var hands = new MapHands(tab);
        var map = await hands.DrawnAsync();
        Assert.Equal(375, await tab.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        var box = await map.BoundingBoxAsync() ?? throw new InvalidOperationException("The map has no place.");
        Assert.InRange(box.Width, 300, 375);

        await map.ScrollIntoViewIfNeededAsync();
        var before = await hands.CameraAsync();
        await hands.DragAsync(0.4f, 0.3f, 0.6f, 0.4f);
        Assert.Equal(before, await hands.CameraAsync());
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Turn the map" }).ClickAsync();
        await hands.DragAsync(0.4f, 0.3f, 0.6f, 0.4f);

        Assert.NotEqual(before, await hands.CameraAsync());
        await tab.AssertAccessibleAsync();
    }

    [BrowserFact]
    public async Task Map_OpenedByALink_ShowsTheChoicesOfTheLink()
    {
        await using var tab = await browser.OpenAsync("/moods?k=3&features=13&weight=plays&view=2d&from=2020-01-01");
        await new MapHands(tab).DrawnAsync();

        foreach (var chosen in new[] { "13", "By its plays", "2-D, lasso", "Played in the period" })
        {
            await Assertions.Expect(tab.Page.GetByRole(AriaRole.Radio, new() { Name = chosen, Exact = true })).ToBeCheckedAsync();
        }

        await Assertions.Expect(tab.Page.Locator(".legend > li")).ToHaveCountAsync(3);
        await Assertions.Expect(tab.Page.GetByText("Share of the plays.")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Map_TracksArriveMeanwhile_ShowsThemAndKeepsCameraAndSelection()
    {
        await using var host = NewHost();
        await using var tab = await browser.OpenAsync("/moods", host: host);
        await Assertions.Expect(tab.Page.GetByText("No tracks yet")).ToBeVisibleAsync();
        await SongWriter.AddAsync(host.Services, PlantedLibrary.Songs(300).Select(pair => pair.Song));
        var hands = new MapHands(tab);
        await hands.DrawnAsync();
        await Assertions.Expect(tab.Page.GetByText("300 of 300 tracks have features")).ToBeVisibleAsync();
        await hands.DragAsync(0.4f, 0.5f, 0.6f, 0.6f);
        var camera = await hands.CameraAsync();
        var list = tab.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^List its", RegexOptions.None, TimeSpan.FromSeconds(1)) });
        var count = Regex.Match(await list.InnerTextAsync(), "[0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        await list.ClickAsync();
        await Assertions.Expect(tab.Page.GetByText($"{count} tracks", new() { Exact = true })).ToBeVisibleAsync();

        await SongWriter.AddAsync(host.Services, PlantedLibrary.Songs(20, first: 900).Select(pair => pair.Song));

        await Assertions.Expect(tab.Page.GetByText("320 of 320 tracks have features")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByText($"{count} tracks", new() { Exact = true })).ToBeVisibleAsync();
        await hands.SettleAsync();
        Assert.Equal(camera, await hands.CameraAsync());
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Map_TracksWithoutFeatures_SaysWhatBringsThem()
    {
        await using var host = NewHost();
        await SongWriter.AddAsync(host.Services, [new Song("a", new Dictionary<string, double>()), new Song("b", new Dictionary<string, double>())]);
        await using var tab = await browser.OpenAsync("/moods", host: host);

        await Assertions.Expect(tab.Page.GetByText("None of your 2 tracks says how it sounds")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Import a CSV with features" })).ToHaveAttributeAsync("href", "/import");
        await tab.AssertAccessibleAsync();
    }

    [BrowserFact]
    public async Task Map_FourTracks_SaysThatTheyMakeAtMostFourMoods()
    {
        await using var host = NewHost();
        await SongWriter.AddAsync(host.Services, PlantedLibrary.Songs(4).Select(pair => pair.Song));
        await using var tab = await browser.OpenAsync("/moods", host: host);
        await new MapHands(tab).DrawnAsync();

        await Assertions.Expect(tab.Page.GetByText("4 tracks make at most 4 moods.")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByText("Silhouette –")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator(".legend > li")).ToHaveCountAsync(4);
    }

    [BrowserFact]
    public async Task Map_OfFiftyThousandTracks_IsDrawnAndTurns()
    {
        await using var host = NewHost();
        await SongWriter.AddAsync(host.Services, PlantedLibrary.Songs(50_000).Select(pair => pair.Song));
        var watch = Stopwatch.StartNew();
        await using var tab = await browser.OpenAsync("/moods", host: host);
        var hands = new MapHands(tab);
        var map = await hands.DrawnAsync(60_000);
        TestContext.Current.SendDiagnosticMessage($"50,000 tracks: drawn {watch.ElapsedMilliseconds} ms after the page was asked for, browser start and half a second of rest included");
        var before = await BrowserTab.PixelsAsync(map);

        watch.Restart();
        await hands.DragAsync(0.4f, 0.5f, 0.6f, 0.6f);
        TestContext.Current.SendDiagnosticMessage($"50,000 tracks: a drag of eight steps took {watch.ElapsedMilliseconds - 500} ms");

        Assert.NotEqual(before, await BrowserTab.PixelsAsync(map));
        await Assertions.Expect(tab.Page.GetByText("50,000 of 50,000 tracks have features")).ToBeVisibleAsync();
        tab.AssertNoErrors();
    }

    private static DashboardHost NewHost()
    {
        var host = new DashboardHost(builder => builder.UseSetting("Demo:Enabled", "false"));
        host.Start();
        return host;
    }

    private static Task ChooseAsync(BrowserTab tab, string moods) =>
        tab.Page.Locator($".mood-count input[value='{moods}']").CheckAsync(new() { Force = true });

    /// <summary>Presses Tab until the focus is on what <paramref name="selector"/> names.</summary>
    private static async Task TabToAsync(BrowserTab tab, string selector)
    {
        await tab.Page.Locator(selector).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        for (var press = 0; press < 60; press++)
        {
            if (await tab.Page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
            {
                return;
            }

            await tab.Page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"Sixty presses of Tab did not reach {selector}.");
    }
}
