using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;

namespace SpotifyDashboard.Tests.Moods.Pages;

public sealed class MoodPageTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Mood_OpenedFromTheLegend_TellsOfItselfAndLeadsToTheNext()
    {
        await using var tab = await browser.OpenAsync("/moods?k=4");
        await new MapHands(tab).DrawnAsync();
        var second = tab.Page.Locator(".legend > li").Nth(1);
        var name = await second.Locator(".name").InnerTextAsync();

        await second.GetByRole(AriaRole.Link).ClickAsync();
        var heading = tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        await Assertions.Expect(heading).ToHaveTextAsync(name);
        await Assertions.Expect(tab.Page.Locator("#content .skeleton")).ToHaveCountAsync(0);
        Assert.EndsWith("/moods/1?k=4", tab.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(tab.Page.GetByText("than your average").First).ToBeVisibleAsync();

        // Sorted by title, then from the first to the last of all its rows.
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Title" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".mood-tracks th[aria-sort=ascending]")).ToContainTextAsync("Title");
        var rows = int.Parse(await tab.Page.Locator(".mood-tracks table").GetAttributeAsync("aria-rowcount") ?? "", System.Globalization.CultureInfo.InvariantCulture) - 1;
        var before = await tab.Page.Locator(".mood-tracks tbody a").First.InnerTextAsync();
        await tab.Page.Locator(".mood-tracks").EvaluateAsync("region => region.scrollTop = region.scrollHeight");
        await Assertions.Expect(tab.Page.Locator(".mood-tracks tbody a").First).Not.ToHaveTextAsync(before);
        Assert.InRange(rows, 100, 400);
        await tab.AssertAccessibleAsync();

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Next mood" }).ClickAsync();
        await Assertions.Expect(heading).Not.ToHaveTextAsync(name);
        Assert.EndsWith("/moods/2?k=4", tab.Page.Url, StringComparison.Ordinal);
        await tab.GoToAsync("/moods/2?k=4&from=2001-01-01&to=2001-01-31&scope=library");
        await Assertions.Expect(tab.Page.GetByText("You played nothing of this mood in this period.")).ToBeVisibleAsync();
        await tab.GoToAsync("/moods/4?k=4");
        await Assertions.Expect(heading).ToHaveTextAsync("There is no such mood");
    }

    [BrowserFact]
    public async Task TrackOnTheMap_Clicked_ShowsWhatSoundsLikeItAndOpensThat()
    {
        await using var tab = await browser.OpenAsync("/moods");
        var hands = new MapHands(tab);
        await hands.DrawnAsync();
        await hands.FindPointAsync();
        await tab.Page.Mouse.DownAsync();
        await tab.Page.Mouse.UpAsync();
        var card = tab.Page.GetByRole(AriaRole.Region, new() { Name = "Selected track", Exact = true });
        await Assertions.Expect(card.Locator(".sounds-like li")).ToHaveCountAsync(5);
        var like = card.Locator(".sounds-like li").First;
        var title = await like.Locator("strong").InnerTextAsync();

        await like.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(card.Locator("h2")).ToHaveTextAsync(title);
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('.map .chart-host').data.some(trace => trace.marker?.symbol === 'circle-open' && trace.x.length === 1)");
        await Assertions.Expect(card.Locator(".sounds-like li")).ToHaveCountAsync(5);
        await tab.AssertAccessibleAsync();
        tab.AssertNoErrors();
    }
}
