using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser.SecondTry;

namespace SpotifyDashboard.Tests.Browser;

public sealed class PlotlyChartTests(BrowserFixture browser)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    [BrowserFact]
    public async Task Cloud_FiftyThousandPoints_IsDrawnAndTurnsUnderThePointer()
    {
        await using var tab = await browser.OpenAsync("/test/cloud?points=50000");
        var map = await DrawnMapAsync(tab);
        var before = await BrowserTab.PixelsAsync(map);

        await DragAsync(tab, map, (0.4f, 0.5f), (0.6f, 0.6f));

        Assert.True(await tab.ColorsAsync(map) > 5);
        Assert.NotEqual(before, await BrowserTab.PixelsAsync(map));
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Cloud_PointClicked_TellsItsIndexAndRingsIt()
    {
        await using var tab = await browser.OpenAsync("/test/cloud?points=1");
        var map = await DrawnMapAsync(tab);
        var box = await map.BoundingBoxAsync() ?? throw new InvalidOperationException("The map has no place.");

        // A lone point stands in the middle of its axes, whatever the camera.
        await tab.Page.Mouse.MoveAsync(box.X + box.Width / 2 - 30, box.Y + box.Height / 2 - 30);
        await tab.Page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height / 2, new() { Steps = 6 });
        await Assertions.Expect(tab.Page.Locator(".chart-tip")).ToContainTextAsync("Point <b>0</b>");
        await tab.Page.Mouse.ClickAsync(box.X + box.Width / 2, box.Y + box.Height / 2, new() { Delay = 60 });

        await Assertions.Expect(tab.Page.Locator("#said")).ToHaveTextAsync("clicked 0");
        tab.AssertNoErrors();
    }

    [BrowserTheory]
    [InlineData("ArrowLeft")]
    [InlineData("ArrowUp")]
    [InlineData("+")]
    public async Task Cloud_KeyPressed_ChangesTheView(string key)
    {
        await using var tab = await browser.OpenAsync("/test/cloud");
        var map = await DrawnMapAsync(tab);
        await map.FocusAsync();
        var before = await BrowserTab.PixelsAsync(map);

        await tab.Page.Keyboard.PressAsync(key);
        await SettleAsync(tab);

        Assert.NotEqual(before, await BrowserTab.PixelsAsync(map));
    }

    [BrowserFact]
    public async Task Cloud_GroupHiddenOrThemeChanged_KeepsTheCamera()
    {
        await using var tab = await browser.OpenAsync("/test/cloud");
        var map = await DrawnMapAsync(tab);
        await DragAsync(tab, map, (0.4f, 0.5f), (0.6f, 0.6f));
        var camera = await CameraAsync(tab);

        await tab.Page.GetByText("Hide the first group").ClickAsync();
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('.chart-host').data[0].visible === false");
        await tab.Page.GetByRole(AriaRole.Radio, new() { Name = "Dark" }).CheckAsync();
        await SettleAsync(tab);

        Assert.Equal(camera, await CameraAsync(tab));
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task FlatCloud_LassoDrawn_TellsThePointsInside()
    {
        await using var tab = await browser.OpenAsync("/test/cloud?points=50000&dimensions=2");
        var map = await DrawnMapAsync(tab);
        var box = await map.BoundingBoxAsync() ?? throw new InvalidOperationException("The map has no place.");

        await LassoAsync(tab, box, inset: 30);
        await Assertions.Expect(tab.Page.Locator("#said")).ToHaveTextAsync(new Regex("chose [45][0-9]{4}$", RegexOptions.None, s_patience));
        await LassoAsync(tab, box, inset: box.Height / 2 - 10);

        await Assertions.Expect(tab.Page.Locator("#said")).ToHaveTextAsync(new Regex("chose [1-3]?[0-9]{1,4}$", RegexOptions.None, s_patience));
        tab.AssertNoErrors();
    }

    [BrowserTheory]
    [InlineData("PNG", "plays-by-month.png", "\u0089PNG")]
    [InlineData("SVG", "plays-by-month.svg", "<svg")]
    [InlineData("CSV", "plays-by-month.csv", "\u00EF\u00BB\u00BFMonth,This period,Stretch before\r\nMonth 1,21 plays,29 plays\r\n")]
    public async Task Gallery_DownloadChosen_HandsOverTheChart(string format, string name, string beginning)
    {
        await using var tab = await browser.OpenAsync("/test/gallery");
        var chart = tab.Page.Locator("figure.chart").Filter(new() { HasText = "You listened more than before." });
        await Assertions.Expect(chart.Locator(".main-svg").First).ToBeVisibleAsync();
        await chart.GetByText("Download").ClickAsync();

        var download = await tab.Page.RunAndWaitForDownloadAsync(() => chart.GetByRole(AriaRole.Button, new() { Name = format }).ClickAsync());

        await using var stream = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        Assert.Equal(name, download.SuggestedFilename);
        Assert.StartsWith(beginning, System.Text.Encoding.Latin1.GetString(bytes.ToArray()), StringComparison.Ordinal);
        tab.AssertNoErrors();
    }

    [BrowserTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Gallery_InEitherTheme_IsAccessibleAndHasTableTwins(bool dark)
    {
        await using var tab = await browser.OpenAsync("/test/gallery", dark ? BrowserView.Wide.Dark() : BrowserView.Wide);
        await Assertions.Expect(tab.Page.Locator(".chart-host .main-svg").First).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator(".chart-waiting")).ToHaveCountAsync(0);

        await tab.Page.GetByText("Show as table").First.ClickAsync();

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Cell, new() { Name = "220 plays" })).ToBeVisibleAsync();
        await tab.AssertAccessibleAsync();
        tab.AssertNoErrors();
    }

    private static async Task<ILocator> DrawnMapAsync(BrowserTab tab)
    {
        await Assertions.Expect(tab.Page.Locator(".chart-waiting")).ToHaveCountAsync(0);
        await SettleAsync(tab);
        return tab.Page.Locator(".chart-host");
    }

    // Points can be picked once the camera stood still for a moment.
    private static async Task SettleAsync(BrowserTab tab) => await tab.Page.WaitForTimeoutAsync(400);

    private static Task<string> CameraAsync(BrowserTab tab) =>
        tab.Page.EvaluateAsync<string>("() => Object.values(document.querySelector('.chart-host')._fullLayout.scene._scene.getCamera().eye).map(value => value.toFixed(6)).join(' ')");

    private static async Task DragAsync(BrowserTab tab, ILocator map, (float X, float Y) from, (float X, float Y) to)
    {
        var box = await map.BoundingBoxAsync() ?? throw new InvalidOperationException("The map has no place.");
        await tab.Page.Mouse.MoveAsync(box.X + box.Width * from.X, box.Y + box.Height * from.Y);
        await tab.Page.Mouse.DownAsync();
        await tab.Page.Mouse.MoveAsync(box.X + box.Width * to.X, box.Y + box.Height * to.Y, new() { Steps = 8 });
        await tab.Page.Mouse.UpAsync();
        await SettleAsync(tab);
    }

    private static async Task LassoAsync(BrowserTab tab, LocatorBoundingBoxResult box, float inset)
    {
        var (left, top, right, bottom) = (box.X + inset, box.Y + inset, box.X + box.Width - inset, box.Y + box.Height - inset);
        await tab.Page.Mouse.MoveAsync(left, top);
        await tab.Page.Mouse.DownAsync();
        foreach (var (x, y) in new[] { (right, top), (right, bottom), (left, bottom), (left, top) })
        {
            await tab.Page.Mouse.MoveAsync(x, y, new() { Steps = 8 });
        }

        await tab.Page.Mouse.UpAsync();
    }
}
