using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;

namespace SpotifyDashboard.Tests.Moods.Likeness;

public sealed class LikenessPageTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Likeness_OfTheDemo_SaysWhoSoundsAlikeAndLeadsThere()
    {
        await using var tab = await browser.OpenAsync("/moods/likeness");
        await Assertions.Expect(tab.Page.Locator("#content .skeleton")).ToHaveCountAsync(0);
        await Assertions.Expect(tab.Page.Locator("figcaption")).ToContainTextAsync("sound most alike");
        await Assertions.Expect(tab.Page.Locator("ol.ranked > li")).ToHaveCountAsync(20);
        await tab.AssertAccessibleAsync();

        // Tracks instead, ten of them: the choice stands in the address.
        await tab.Page.GetByRole(AriaRole.Navigation, new() { Name = "What" }).GetByRole(AriaRole.Link, new() { Name = "Tracks" }).ClickAsync();
        var ten = tab.Page.GetByRole(AriaRole.Link, new() { Name = "Top 10" });
        await Assertions.Expect(ten).ToHaveAttributeAsync("href", "/moods/likeness?kind=tracks&limit=10");
        await ten.ClickAsync();

        // The demo knows nothing of how some tracks sound: they are counted and named, not shown as alike to nothing.
        await Assertions.Expect(tab.Page.GetByText("9 of your 10 most played tracks have audio features.")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByText("Left out: ")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator("ol.ranked > li")).ToHaveCountAsync(9);
        Assert.EndsWith("/moods/likeness?kind=tracks&limit=10", tab.Page.Url, StringComparison.Ordinal);

        await tab.Page.Locator("ol.ranked a").First.ClickAsync();
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new Regex("/tracks/", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }
}
