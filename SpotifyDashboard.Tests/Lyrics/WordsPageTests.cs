using Microsoft.Playwright;
using SpotifyDashboard.Lyrics;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Lyrics;

public sealed class WordsPageTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Words_SwitchedOnOnThePage_AreFoundAndShownOnAClickOnly()
    {
        await using var host = await WordsHost.StartAsync([("Glass Harbour", 3, 0.9), ("Other", 1, 0.5)], servesPages: true);
        host.LrcLib.Add(new LrcLibSong("Glass Harbour", "Nordlys Kollektiv") { Plain = WordsHost.SadWords });
        await using var tab = await browser.OpenAsync("/moods/lyrics", host: host.Host);

        // Off: nobody was asked. On: what is found appears by itself.
        await Assertions.Expect(tab.Page.GetByText("Looking for the words of your songs is switched off.")).ToBeVisibleAsync();
        Assert.Empty(host.LrcLib.Log.All);
        await tab.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Look for the words of my songs" }).CheckAsync();
        await Assertions.Expect(tab.Page.GetByText("The others: 1 not known to LRCLIB.")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByText("Words are known for 1 of 2 songs")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Happy sound, sad words" })).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator("figcaption")).ToContainTextAsync("sad words and happy sound");
        await tab.AssertAccessibleAsync();

        // On the song's page stands one line, and the rest on a click.
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Glass Harbour" }).ClickAsync();
        await tab.HeadingFocusedAsync();
        var words = tab.Page.Locator(".song-words");
        await Assertions.Expect(words).ToHaveTextAsync("I am so lonely and I hate the darkness over the harbour");
        await Assertions.Expect(words).ToHaveAttributeAsync("lang", "en");
        var show = tab.Page.GetByRole(AriaRole.Button, new() { Name = "Show the words" });
        await show.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(words).ToContainTextAsync("hopeless heart of mine");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "From LRCLIB" })).ToHaveAttributeAsync("rel", "noopener noreferrer");
        await tab.AssertAccessibleAsync();

        // Deleted, and switched off again: the page says so.
        await tab.GoToAsync("/moods/lyrics");
        await tab.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Look for the words of my songs" }).UncheckAsync();
        await Assertions.Expect(tab.Page.GetByText("Switched off. Nobody is asked any more")).ToBeVisibleAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Delete the words kept" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("Looking for the words of your songs is switched off.")).ToBeVisibleAsync();
        Assert.Equal((0, DateTimeOffset.UnixEpoch), await host.Get<LyricsStore>().VersionAsync(host.Listener, TestContext.Current.CancellationToken));
        tab.AssertNoErrors();
    }
}
