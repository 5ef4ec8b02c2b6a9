using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyDashboard.Tests.SignIn;

namespace SpotifyDashboard.Tests.Moods.Recommendations;

/// <summary>Recommendations in Chromium: thumbs, and a playlist with the consent that it takes.</summary>
public sealed class RecommendationsPageTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Refusal_ByKeyboard_ChangesTheListSurvivesAReloadAndCanBeTakenBack()
    {
        await using var bench = await RecommendationBench.StartAsync(servesPages: true);
        await using var tab = await browser.OpenAsync("/moods/recommendations", host: bench.Host);
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        var titles = tab.Page.Locator(".recommended .title");
        await Assertions.Expect(titles).ToHaveCountAsync(15);
        var refused = await titles.First.InnerTextAsync();

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = $"Not {refused}", Exact = true }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(tab.Page.Locator(".verdict-outcome")).ToContainTextAsync($"“{refused}” is refused");
        await Assertions.Expect(tab.Page.Locator(".verdict-outcome")).ToBeFocusedAsync();
        await Assertions.Expect(titles).ToHaveCountAsync(14);
        await tab.AssertAccessibleAsync();

        await tab.GoToAsync("/moods/recommendations");
        await Assertions.Expect(titles).ToHaveCountAsync(14);
        await tab.Page.GetByText("Refused: 1, show").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = $"Take back the refusal of {refused}", Exact = true }).ClickAsync();
        await Assertions.Expect(titles).ToHaveCountAsync(15);
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Playlist_WithoutTheScope_AsksSpotifyComesBackAndIsMade()
    {
        await using var connect = await ConnectHost.StartAsync(static builder => builder.UseSetting("Spotify:ClientId", new Fakes.SpotifyApp().ClientId));
        var tracks = connect.Spotify.World.AddCatalogue(RecommendationBench.LibrarySize);
        await using var tab = await browser.OpenAsync("/import", host: connect.Host);
        await tab.Page.GotoAsync($"{connect.Address}/connect/login");
        await Assertions.Expect(tab.Page.Locator(".connect-name")).ToHaveTextAsync("Mara Lindqvist");
        await SongWriter.AddAsync(connect.Host.Services, tracks.Select(RecommendationBench.SongOf));
        await tab.Page.GotoAsync($"{connect.Address}/moods/recommendations");

        await tab.Page.GetByLabel("Name of the playlist").FillAsync("Found again");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Make it on Spotify" }).ClickAsync();

        await Assertions.Expect(tab.Page.Locator(".playlist-banner")).ToContainTextAsync("“Found again” is on Spotify, with 15 tracks.");
        Assert.StartsWith($"{connect.Address}/moods/recommendations?playlist=", tab.Page.Url, StringComparison.Ordinal);
        var made = Assert.Single(connect.Spotify.Playlists);
        Assert.Equal(("Found again", false, 15), (made.Name, made.IsPublic, made.Uris.Count));
        await tab.AssertAccessibleAsync();
        Assert.Empty(connect.Spotify.Violations); // the console is full of covers, which no test reaches
    }
}
