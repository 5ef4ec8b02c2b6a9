using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;

namespace SpotifyDashboard.Tests.Narrative.Ask;

public sealed class AskPageTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Question_TypedOnTheDemo_IsAnsweredByFactsThatALinkShowsAgain()
    {
        await using var tab = await browser.OpenAsync("/story/ask");
        await Assertions.Expect(tab.Page.Locator("h1")).ToBeFocusedAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "What can be asked" })).ToBeVisibleAsync();

        // By keyboard: type, Enter. Should the circuit not be there yet, the form itself goes to the same address.
        var field = tab.Page.GetByLabel("Your question");
        await field.FillAsync("Who was my top artist last month?");
        await field.PressAsync("Enter");

        var facts = tab.Page.Locator(".fact-list a");
        await Assertions.Expect(facts.First).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator(".understood li").Nth(1)).ToHaveTextAsync("top artists");
        Assert.StartsWith("/artists/", await facts.Filter(new() { HasText = "Your most played artist was" }).GetAttributeAsync("href"), StringComparison.Ordinal);
        var answer = await facts.AllInnerTextsAsync();
        var address = tab.Page.Url;
        Assert.Contains("q=Who", address, StringComparison.Ordinal);

        // The link alone shows the same, in a window that never pressed the button.
        await using var other = await browser.OpenAsync(new Uri(address).PathAndQuery);
        await Assertions.Expect(other.Page.Locator(".fact-list a")).ToHaveTextAsync(answer);
        await Assertions.Expect(other.Page.GetByLabel("Your question")).ToHaveValueAsync("Who was my top artist last month?");

        // What can't be looked up leads to what can.
        await other.Page.GetByLabel("Your question").FillAsync("Hello there");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Heading, new() { Name = "Nothing in that question could be looked up" })).ToBeVisibleAsync();
        await other.Page.GetByRole(AriaRole.Link, new() { Name = "What do I play on Friday evenings?" }).ClickAsync();
        await Assertions.Expect(other.Page.Locator(".understood")).ToContainTextAsync("on Fridays from 18:00 to 23:00");
        await Assertions.Expect(other.Page.Locator(".fact-list a").First).ToBeVisibleAsync();
        other.AssertNoErrors();
    }
}
