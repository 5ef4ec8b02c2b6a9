using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Moods;

namespace SpotifyDashboard.Tests.Catalogue;

public sealed class TrackPageTests(BrowserFixture browser)
{
    private static readonly DateTimeOffset s_noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [BrowserTheory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Page_InEitherThemeAndWidth_IsAccessibleAndFits(bool wide, bool dark)
    {
        var view = wide ? BrowserView.Wide : BrowserView.Narrow;
        await using var tab = await browser.OpenAsync("/", (dark ? view.Dark() : view).Still());
        await tab.Page.Locator("a.ranked-title").First.ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "How it sounds" })).ToBeVisibleAsync();

        await tab.AssertAccessibleAsync();

        Assert.Equal(view.Width, await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await Assertions.Expect(tab.Page.GetByText("Made up for the demo", new() { Exact = true }).First).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Reload from source" })).ToHaveCountAsync(0);
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Page_OfAnUnknownTrack_SaysSo()
    {
        await using var tab = await browser.OpenAsync("/tracks/nobody");

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "This track is not in your history" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Ids_ToldApartByKeyboard_CountAloneUntilTakenBack()
    {
        await using var host = OwnHost();
        host.Start();
        await SongWriter.AddAsync(host.Services, [Release("1".PadLeft(22, 'a'), plays: 2), Release("2".PadLeft(22, 'a'), plays: 3)]);
        await ExecuteAsync(host, "UPDATE tracks SET duration_ms = 200000");
        await using var tab = await browser.OpenAsync($"/tracks/{"1".PadLeft(22, 'a')}", host: host);
        var plays = tab.Page.Locator(".tile-figure").Nth(1);
        await Assertions.Expect(plays).ToHaveTextAsync("5");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "is not the same" }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(plays).ToHaveTextAsync("2");
        await Assertions.Expect(tab.Page.GetByText("counts on its own from now on")).ToBeVisibleAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "is the same after all" }).ClickAsync();

        await Assertions.Expect(plays).ToHaveTextAsync("5");
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Names_OfHostileTracks_AreShownAsText()
    {
        await using var host = OwnHost();
        host.Start();
        var names = SpotifyWorld.HostileNames;
        await SongWriter.AddAsync(host.Services, names.Select((name, index) =>
            Song.Of($"{index}".PadLeft(22, 'h')) with { Title = name, Artist = name, Plays = [s_noon.AddHours(index)] }));
        await using var tab = await browser.OpenAsync("/", host: host);

        for (var index = 0; index < names.Length; index++)
        {
            await tab.GoToAsync($"/tracks/{$"{index}".PadLeft(22, 'h')}");
            await Assertions.Expect(tab.Page.Locator("h1")).ToHaveTextAsync(names[index], new() { UseInnerText = false });
            await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Open in Spotify" })).ToHaveAttributeAsync("href", $"https://open.spotify.com/track/{$"{index}".PadLeft(22, 'h')}");
        }

        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Reload_Pressed_AsksAgainAndShowsWhatCame()
    {
        var world = new SpotifyWorld();
        var told = world.AddCatalogue(1)[0];
        await using var reccoBeats = await FakeReccoBeats.StartAsync(world, TimeProvider.System, TestContext.Current.CancellationToken);
        await using var host = OwnHost(("ReccoBeats:Url", reccoBeats.Url));
        host.Start();
        await SongWriter.AddAsync(host.Services, [new Song(told.Id, new Dictionary<string, double>()) { Title = told.Name, Plays = [s_noon] }]);
        await ExecuteAsync(host, "INSERT INTO enrichments (subject, subject_id, provider, outcome, tried_at, retry_at) SELECT 0, id, 'reccobeats', 1, 0, 99999999999999 FROM tracks");
        await using var tab = await browser.OpenAsync($"/tracks/{told.Id}", host: host);
        await Assertions.Expect(tab.Page.GetByText("Nobody has told how this track sounds")).ToBeVisibleAsync();

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Reload from source" }).ClickAsync();

        await Assertions.Expect(tab.Page.GetByText("Reloaded: ReccoBeats knows this track.")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Row, new() { Name = "Energy" })).ToContainTextAsync("ReccoBeats");
        Assert.Empty(reccoBeats.Violations);
        tab.AssertNoErrors();
    }

    private static DashboardHost OwnHost(params (string Key, string Value)[] settings) => new(builder =>
    {
        builder.UseSetting("Demo:Enabled", "false");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }
    });

    private static Song Release(string id, int plays) => Song.Of(id) with
    {
        Title = "Glass Harbour",
        Plays = [.. Enumerable.Range(0, plays).Select(play => s_noon.AddDays(play).AddHours(id[^1]))],
    };

    private static async Task ExecuteAsync(DashboardHost host, string sql)
    {
        var listener = await host.Services.GetRequiredService<ListenerDirectory>().FindCurrentAsync(TestContext.Current.CancellationToken);
        await using var write = await host.Services.GetRequiredService<StorageWriter>().BeginAsync(listener?.Id ?? 0, TestContext.Current.CancellationToken);
        await write.ExecuteAsync(sql, TestContext.Current.CancellationToken);
        write.MarkRewritten();
        await write.CommitAsync(TestContext.Current.CancellationToken);
    }
}
