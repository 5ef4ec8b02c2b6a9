using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;

namespace SpotifyDashboard.Tests.Moods.Months;

public sealed class MonthSliderTests(BrowserFixture browser)
{
    private const string Here = "() => { const chart = document.querySelector('.map .chart-host'); return chart.data?.find(trace => trace.name === 'here')?.text[0] ?? ''; }";
    private const string Faint = "() => document.querySelector('.map .chart-host').data.filter(trace => trace.marker?.size === 3 && trace.name !== 'stations').reduce((sum, trace) => sum + trace.x.length, 0)";

    [BrowserFact]
    public async Task Slider_ByKeyboard_MovesTheMarkOnTheMapAndTheAddressAndKeepsTheCamera()
    {
        await using var tab = await browser.OpenAsync("/moods");
        var hands = new MapHands(tab);
        await hands.DrawnAsync();
        await hands.DragAsync(0.4f, 0.5f, 0.6f, 0.6f);
        var camera = await hands.CameraAsync();
        var slider = tab.Page.GetByRole(AriaRole.Slider, new() { Name = "Month", Exact = true });
        await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", "All months");
        Assert.Equal("", await tab.Page.EvaluateAsync<string>(Here));

        await slider.FocusAsync();
        await tab.Page.Keyboard.PressAsync("ArrowRight");
        await tab.Page.WaitForFunctionAsync($"() => ({Here})() !== ''");
        var first = await tab.Page.EvaluateAsync<string>(Here);
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new Regex("month=[0-9]{4}-[0-9]{2}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var address = tab.Page.Url;
        await tab.Page.Keyboard.PressAsync("End");
        await tab.Page.WaitForFunctionAsync($"first => ({Here})() !== first", first);
        await Assertions.Expect(tab.Page).Not.ToHaveURLAsync(address);
        await hands.SettleAsync();

        Assert.Equal(camera, await hands.CameraAsync());
        Assert.True(await tab.Page.EvaluateAsync<int>(Faint) > 0);
        await Assertions.Expect(tab.Page.Locator(".months [role=status]")).ToContainTextAsync("of them on the map");
        await Assertions.Expect(slider).ToBeFocusedAsync();

        // From the last month, playing begins anew; where it is stopped is written into the address.
        var last = await slider.GetAttributeAsync("aria-valuetext") ?? "";
        var rested = tab.Page.Url;
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
        await Assertions.Expect(slider).Not.ToHaveAttributeAsync("aria-valuetext", last);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Stop", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Page).Not.ToHaveURLAsync(rested);
        await tab.AssertAccessibleAsync();
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Month_InTheAddress_IsShownOnTheFlatMapAndInTheTable()
    {
        await using var tab = await browser.OpenAsync("/moods?view=2d", BrowserView.Wide.Still());
        await new MapHands(tab).DrawnAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Next month" })).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByText("Play", new() { Exact = true })).ToBeHiddenAsync();
        await tab.Page.GetByText("Show the months as a table").ClickAsync();
        var row = tab.Page.Locator(".month-table tbody tr").Nth(5);
        var href = await row.GetByRole(AriaRole.Link).GetAttributeAsync("href") ?? "";
        var month = Regex.Match(href, "[0-9]{4}-[0-9]{2}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        var name = await row.GetByRole(AriaRole.Link).InnerTextAsync();

        await tab.GoToAsync($"/moods?view=2d&month={month}");
        await new MapHands(tab).DrawnAsync();

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Slider, new() { Name = "Month", Exact = true })).ToHaveAttributeAsync("aria-valuetext", name);
        await tab.Page.WaitForFunctionAsync($"() => ({Here})() !== ''");
        await tab.Page.GetByText("Show the months as a table").ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".month-table tr[aria-current=true] a")).ToHaveTextAsync(name);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Previous month" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".month-table tr[aria-current=true] a")).Not.ToHaveTextAsync(name);
        tab.AssertNoErrors();
    }
}
