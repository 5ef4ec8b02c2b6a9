using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyDashboard.Tests.Overview;

namespace SpotifyDashboard.Tests.SignIn.Walls;

/// <summary>The walls as pages meet them: with another listener's ids in the address, and with eyes that may only look.</summary>
public sealed class CircuitWallsTests(BrowserFixture browser)
{
    private static readonly string[] s_pages =
    [
        "/", "/moods", "/moods/0", "/moods/recommendations", "/moods/lyrics", "/stats", "/history", "/top20", "/recap/2026", "/survey", "/survey/answers", "/story", "/story/settings", "/import", "/connect", "/settings", "/status",
    ];

    [BrowserFact]
    public async Task Pages_OpenedWithTheIdsOfAnotherListener_ShowNothingOfThem()
    {
        await using var house = await AccountsHost.StartAsync(static builder => builder.UseSetting("Access:RequestsPerMinute", "1000000"));
        var olga = house.Olga.Visitor.ListenerId;
        await EveryRow.PlantAsync(house, olga);
        string[] addresses =
        [
            .. s_pages, $"/story/{EveryRow.GuidOf(olga)}", $"/story/compare?a={EveryRow.GuidOf(olga)}&b={EveryRow.GuidOf(olga)}",
            $"/tracks/{EveryRow.TrackId}", $"/tracks/name:{olga}", $"/artists/{olga}", $"/albums/{olga}", $"/history?q={EveryRow.TrackId}", $"/survey/twins?id={EveryRow.Marker[..5]}",
        ];

        await using var tab = await house.OpenAsync(browser, "/", house.Ben);
        foreach (var address in addresses)
        {
            await ShowAsync(tab, address);
            Assert.DoesNotContain(EveryRow.Marker, await tab.Page.ContentAsync(), StringComparison.Ordinal);
        }

        await using var own = await house.OpenAsync(browser, "/history", house.Olga);
        await Assertions.Expect(own.Page.Locator("#content")).ToContainTextAsync(EveryRow.Marker);
    }

    [BrowserFact]
    public async Task Pages_OfAGuest_AreWholeAndSayThatNothingCanBeChanged()
    {
        await using var house = await AccountsHost.StartAsync(static builder => builder.UseSetting("Access:RequestsPerMinute", "1000000"));
        using (house.Get<ListenerScope>().Enter(house.Olga.Visitor.ListenerId, isReadOnly: false))
        {
            await OwnPlay.StoreAsync(house.Host.Services, TestContext.Current.CancellationToken);
        }

        await using var tab = await house.OpenAsync(browser, "/", house.Gus);
        List<string> broken = [];
        foreach (var page in s_pages)
        {
            await ShowAsync(tab, page);
            if (await tab.Page.Locator(".broken, #blazor-error-ui:visible").CountAsync() > 0)
            {
                broken.Add(page);
            }
        }

        Assert.Empty(broken);
        Assert.DoesNotContain("ReadOnlyVisitorException", house.Log.Text, StringComparison.Ordinal);
    }

    private static async Task ShowAsync(BrowserTab tab, string address)
    {
        await tab.GoToAsync(address);
        await Assertions.Expect(tab.Page.Locator("h1").First).ToBeFocusedAsync();
        await Assertions.Expect(tab.Page.Locator("#content .skeleton")).ToHaveCountAsync(0);
    }
}
