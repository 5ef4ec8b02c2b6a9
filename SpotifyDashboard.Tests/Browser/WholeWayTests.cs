using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Moods;
using SpotifyDashboard.Tests.SignIn;

namespace SpotifyDashboard.Tests.Browser;

/// <summary>What a newcomer does, from the first page to a play that appears by itself, against fakes of every service.</summary>
public sealed class WholeWayTests(BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrowserFact]
    public async Task Newcomer_FromTheWizardToANewPlayInASecondWindow()
    {
        var world = new SpotifyWorld();
        await using var reccoBeats = await FakeReccoBeats.StartAsync(world, TimeProvider.System, Cancellation);
        await using var musicBrainz = await FakeMusicBrainz.StartAsync(world, TimeProvider.System, Cancellation);
        await using var connect = await ConnectHost.StartAsync(
            builder => builder.UseSetting("ReccoBeats:Url", reccoBeats.Url).UseSetting("MusicBrainz:Url", musicBrainz.Url),
            world);
        var now = TimeProvider.System.GetUtcNow();
        var tracks = world.AddCatalogue(60);
        var hostile = world.AddHostileTracks();
        world.PlayInRow(connect.Mara, [.. tracks.Take(36), .. hostile], now.AddMinutes(-2));
        foreach (var track in tracks)
        {
            world.Save(connect.Mara, track, now.AddDays(-1));
        }

        await using var tab = await browser.OpenAsync("/connect", host: connect.Host);
        await tab.Page.GotoAsync($"{connect.Address}/connect");
        await tab.Page.Locator("input[name=client-id]").FillAsync(connect.Spotify.App.ClientId);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Log in with Spotify" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".connect-count")).ToHaveTextAsync(string.Create(CultureInfo.InvariantCulture, $"{36 + hostile.Count} plays are stored."));

        await using var other = await browser.OpenAsync("/", host: connect.Host);
        await Assertions.Expect(other.Page.Locator(".latest > li")).ToHaveCountAsync(20);
        await Assertions.Expect(other.Page.Locator(".latest .title").First).ToHaveTextAsync(SpotifyWorld.HostileNames[^1]);

        await tab.Page.GotoAsync($"{connect.Address}/");
        await RefreshAsync(tab);
        await tab.Page.GotoAsync($"{connect.Address}/moods");
        await new MapHands(tab).DrawnAsync();
        await Assertions.Expect(tab.Page.Locator(".legend > li")).ToHaveCountAsync(5);

        world.Play(connect.Mara, tracks[50], TimeProvider.System.GetUtcNow());
        await tab.Page.GotoAsync($"{connect.Address}/");
        await RefreshAsync(tab);

        await Assertions.Expect(other.Page.Locator(".latest .title").First).ToHaveTextAsync(tracks[50].Name);
        Assert.Empty(connect.Spotify.Violations);
        Assert.Empty(reccoBeats.Violations);
        Assert.Empty(musicBrainz.Violations);

        // Covers stand on a host that no test reaches.
        Assert.DoesNotContain(other.Errors, static error => !error.StartsWith("Failed to load resource", StringComparison.Ordinal));
    }

    private static async Task RefreshAsync(BrowserTab tab)
    {
        await Assertions.Expect(tab.Page.Locator(".latest > li").First).ToBeVisibleAsync();
        await tab.WatchAsync("li[aria-current=step]");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Refresh", Exact = true }).ClickAsync();

        // A whole sync with everything it enriches comes first.
        await tab.SeenAsync("Analyzing…", patienceMs: 180_000);
        await Assertions.Expect(tab.Page.GetByText("Updated")).ToBeVisibleAsync();
    }
}
