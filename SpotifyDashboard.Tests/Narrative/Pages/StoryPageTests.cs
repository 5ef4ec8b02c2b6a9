using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;

namespace SpotifyDashboard.Tests.Narrative.Pages;

/// <summary>Stories in Chromium: agree, watch one come, see what a sentence stands on, compare, delete; and all of it without a model.</summary>
public sealed partial class StoryPageTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Story_AgreedTo_ComesSentenceBySentenceLeadsToItsFactsIsComparedAndDeleted()
    {
        await using var bench = await StoryBench.StartAsync();
        await using var tab = await OpenAsync("/story", BrowserView.Wide, bench.Host);
        await AgreeAsync(tab, bench);

        await tab.Page.GetByRole(AriaRole.Radio, new() { Name = "Roast" }).CheckAsync();
        await Assertions.Expect(tab.Page).ToHaveURLAsync(RoastChosen());
        await WatchItComeAsync(tab, bench);
        await SeeFactsAsync(tab);

        await tab.GoToAsync("/story?from=2025-03-01&to=2025-03-31&tone=sarcastic");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Write my story" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".entry")).ToHaveCountAsync(2);
        await CompareAsync(tab);
        await DeleteAsync(tab);
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Story_OfTheDemo_IsWrittenWithoutAModelAndTakenAlong()
    {
        await using var host = new DashboardHost();
        await using var tab = await OpenAsync("/story?tone=sarcastic", BrowserView.Narrow.Dark(), host);
        await Assertions.Expect(tab.Page.GetByText("Nothing leaves this machine.")).ToBeVisibleAsync();

        var write = tab.Page.GetByRole(AriaRole.Button, new() { Name = "Write my story" });
        await write.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");

        var proof = tab.Page.Locator(".proof");
        await Assertions.Expect(proof).ToContainTextAsync("Written here, without a model");
        var claims = AllClaims().Match(await proof.InnerTextAsync());
        Assert.True(claims.Success && int.Parse(claims.Groups["all"].Value, CultureInfo.InvariantCulture) > 5, await proof.InnerTextAsync());

        var card = tab.Page.Locator(".card-maker .picture img");
        await card.ScrollIntoViewIfNeededAsync();
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('.card-maker .picture img').naturalWidth === 1080");
        await tab.Page.GetByLabel("Shape of the card").SelectOptionAsync("Landscape");
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('.card-maker .picture img').naturalWidth === 1200");
        await tab.AssertAccessibleAsync();

        await tab.Page.Locator(".entry a").ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "A story" })).ToBeFocusedAsync();
        await Assertions.Expect(tab.Page.Locator(".story .title")).ToBeVisibleAsync();
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Story_DeletedAtOnce_IsNoLongerSaidToBeWritten()
    {
        await using var host = new DashboardHost();
        await using var tab = await OpenAsync("/story", BrowserView.Wide, host);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Write my story" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".news")).ToHaveTextAsync("Your story is written and checked.");

        await tab.Page.Locator(".entry").GetByRole(AriaRole.Button, new() { Name = "Delete “" }).ClickAsync();
        await tab.Page.Locator(".entry").GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();

        await Assertions.Expect(tab.Page.Locator(".outcome")).ToContainTextAsync("is deleted.");
        await Assertions.Expect(tab.Page.Locator(".news")).ToBeEmptyAsync();
    }

    [BrowserFact]
    public async Task Story_DoneBeforeTheScriptOfItsFirstSentencesHasCome_IsShown()
    {
        await using var bench = await StoryBench.StartAsync();
        await using var tab = await OpenAsync("/story", BrowserView.Wide, bench.Host);
        await AgreeAsync(tab, bench);

        var held = await LateScript.HoldAsync(tab.Page, "StoryReading");
        await WatchItComeAsync(tab, bench);
        await held.ReleaseAsync();

        await Assertions.Expect(tab.Page.Locator(".story")).ToHaveAttributeAsync("data-ready", "true");
        await Assertions.Expect(tab.Page.GetByText("could not be shown")).ToHaveCountAsync(0);
        tab.AssertNoErrors();
    }

    private async Task<BrowserTab> OpenAsync(string path, BrowserView view, DashboardHost host)
    {
        var tab = await browser.OpenAsync(path, view.Still(), host);
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        return tab;
    }

    private static async Task AgreeAsync(BrowserTab tab, StoryBench bench)
    {
        await tab.Page.GetByText("What is sent to the model").ClickAsync();
        await Assertions.Expect(tab.Page.Locator("details.sent")).ToContainTextAsync("plays");
        Assert.Empty(bench.Model.Calls);

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Let gemini-3.5-flash-lite write" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("Agreed.")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Withdraw" })).ToBeFocusedAsync();
        await tab.AssertAccessibleAsync();
        Assert.Empty(bench.Model.Calls);
    }

    private static async Task WatchItComeAsync(BrowserTab tab, StoryBench bench)
    {
        const int Parts = 20;
        using var releases = bench.SlowDown(Parts);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Write my story" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".draft")).ToContainTextAsync("Done in at most");
        await Assertions.Expect(tab.Page.Locator(".draft .bare")).ToHaveCountAsync(0);

        releases.Release(Parts / 2);
        await Assertions.Expect(tab.Page.Locator(".draft .bare").Nth(1)).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator(".proof")).ToHaveCountAsync(0);

        releases.Release(Parts / 2);
        await Assertions.Expect(tab.Page.Locator(".proof")).ToContainTextAsync("claims checked against your data");
        await Assertions.Expect(tab.Page.Locator(".proof")).ToContainTextAsync("gemini-3.5-flash-lite");
    }

    private static async Task SeeFactsAsync(BrowserTab tab)
    {
        await Assertions.Expect(tab.Page.Locator(".story")).ToHaveAttributeAsync("data-ready", "true");
        var sentence = tab.Page.Locator(".passage .sentence").First;
        var note = tab.Page.Locator(".note");
        await sentence.HoverAsync();
        await Assertions.Expect(note).ToContainTextAsync("claims checked");
        await Assertions.Expect(note.GetByRole(AriaRole.Link).First).ToHaveAttributeAsync("href", InnerAddress());
        await Assertions.Expect(sentence).ToHaveAttributeAsync("aria-expanded", "true");
        await tab.AssertAccessibleAsync();

        await tab.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(note).ToHaveCountAsync(0);
        await sentence.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(note).ToBeVisibleAsync();
        await tab.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(note.GetByRole(AriaRole.Button, new() { Name = "Close" })).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(note).ToHaveCountAsync(0);
        await Assertions.Expect(sentence).ToBeFocusedAsync();
    }

    private static async Task CompareAsync(BrowserTab tab)
    {
        await tab.Page.Locator(".entry input").Nth(0).CheckAsync();
        await tab.Page.Locator(".entry input").Nth(1).CheckAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Compare the two" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".story")).ToHaveCountAsync(2);
        await Assertions.Expect(tab.Page.Locator("tr[data-kind=changed]").Filter(new() { HasText = "In all there were" })).ToContainTextAsync("plays more");
        await tab.AssertAccessibleAsync();
    }

    private static async Task DeleteAsync(BrowserTab tab)
    {
        await tab.GoToAsync("/story");
        var entries = tab.Page.Locator(".entry");
        await Assertions.Expect(entries).ToHaveCountAsync(2);
        await entries.First.GetByRole(AriaRole.Button, new() { Name = "Delete “" }).ClickAsync();
        await Assertions.Expect(entries.First.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true })).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(entries.First.GetByRole(AriaRole.Button, new() { Name = "Delete “" })).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(entries.First.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true })).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(entries).ToHaveCountAsync(1);
        await Assertions.Expect(tab.Page.Locator(".outcome")).ToContainTextAsync("is deleted.");
        await Assertions.Expect(tab.Page.Locator(".outcome")).ToBeFocusedAsync();

        await entries.First.GetByRole(AriaRole.Button, new() { Name = "Delete “" }).ClickAsync();
        await entries.First.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Assertions.Expect(entries).ToHaveCountAsync(0);
        await Assertions.Expect(tab.Page.Locator(".outcome")).ToContainTextAsync("is deleted.");
        await Assertions.Expect(tab.Page.Locator(".outcome")).ToBeFocusedAsync();
    }

    [GeneratedRegex("[?&]tone=roast", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RoastChosen();

    [GeneratedRegex("^/", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InnerAddress();

    [GeneratedRegex(@"(?<all>\d+) of \k<all> claims checked", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AllClaims();
}
