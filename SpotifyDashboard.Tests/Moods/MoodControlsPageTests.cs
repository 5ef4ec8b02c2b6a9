using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;

namespace SpotifyDashboard.Tests.Moods;

/// <summary>What a listener changes about the map, and what it then says.</summary>
public sealed class MoodControlsPageTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task NumberOfMoods_Changed_KeepsNamesWhereTheMoodIsTheSame()
    {
        await using var host = await HostAsync();
        await using var tab = await browser.OpenAsync("/moods?view=table", host: host);
        await Assertions.Expect(tab.Page.Locator(".legend > li")).ToHaveCountAsync(5);
        var five = await tab.Page.Locator(".legend .name").AllInnerTextsAsync();

        await tab.Page.Locator(".mood-count input[value='6']").CheckAsync(new() { Force = true });
        await Assertions.Expect(tab.Page.Locator(".legend > li")).ToHaveCountAsync(6);
        var six = await tab.Page.Locator(".legend .name").AllInnerTextsAsync();

        // Five sounds were planted: a sixth mood can only be cut from one of them.
        Assert.InRange(five.Where((name, number) => six[number] == name).Count(), 4, 5);
        Assert.Equal(6, six.Distinct().Count());
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Suggestion_IsReadOutWithItsReason_AndShowsWhatStandsBehindIt()
    {
        await using var host = await HostAsync();
        await using var tab = await browser.OpenAsync("/moods?view=table", host: host);

        await Assertions.Expect(tab.Page.Locator(".mood-count [role=status]")).ToContainTextAsync("5 moods suit these tracks best");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^5.*suggested", RegexOptions.None, TimeSpan.FromSeconds(1)) })).ToBeCheckedAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "How was this judged?" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".judged tbody tr")).ToHaveCountAsync(9);
        await Assertions.Expect(tab.Page.Locator(".judged .chart-waiting")).ToHaveCountAsync(0);

        await tab.AssertAccessibleAsync();
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Weights_ChosenByKeyboard_ChangeTheMapAndTheAddress()
    {
        await using var host = await HostAsync();
        await using var tab = await browser.OpenAsync("/moods?view=table", host: host);
        await Assertions.Expect(tab.Page.Locator(".legend > li")).ToHaveCountAsync(5);
        var before = await tab.Page.Locator(".facts").InnerTextAsync();

        await Assertions.Expect(tab.Page.Locator("h1")).ToBeFocusedAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Choose features and weights" }).PressAsync("Enter");
        var tempo = tab.Page.GetByRole(AriaRole.Group, new() { Name = "Tempo" });
        await tempo.GetByRole(AriaRole.Radio, new() { Name = "1", Exact = true }).PressAsync("ArrowRight");
        await Assertions.Expect(tab.Page.GetByText("9 features: tempo × 2")).ToBeVisibleAsync();
        Assert.Contains("emphasis=tempo%3A2", tab.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(tab.Page.Locator(".facts")).Not.ToHaveTextAsync(before);
        await Assertions.Expect(tempo.GetByRole(AriaRole.Radio, new() { Name = "2", Exact = true })).ToBeFocusedAsync();
        await tab.Page.GetByRole(AriaRole.Group, new() { Name = "Liveness" }).GetByRole(AriaRole.Radio, new() { Name = "Off", Exact = true }).CheckAsync(new() { Force = true });
        await Assertions.Expect(tab.Page.GetByText("8 features: tempo × 2")).ToBeVisibleAsync();

        await tab.AssertAccessibleAsync();
        tab.AssertNoErrors();
    }

    private static async Task<DashboardHost> HostAsync()
    {
        var host = new DashboardHost(builder => builder.UseSetting("Demo:Enabled", "false"));
        host.Start();
        await SongWriter.AddAsync(host.Services, PlantedLibrary.Songs(300).Select(pair => pair.Song));
        return host;
    }
}
