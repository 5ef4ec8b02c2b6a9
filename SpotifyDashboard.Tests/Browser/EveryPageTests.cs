using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyDashboard.Tests.Overview;

namespace SpotifyDashboard.Tests.Browser;

/// <summary>What holds of every page: it fits its window, axe has nothing to say, the keyboard gets in, and neither nobody nor one play breaks it.</summary>
public sealed class EveryPageTests(BrowserFixture browser)
{
    /// <summary>The pages that show plays.</summary>
    private static readonly string[] s_played =
    [
        "/", "/moods", "/moods/likeness", "/moods/recommendations", "/moods/lyrics", "/stats", "/stats?section=discovery", "/stats?section=taste", "/stats?section=habits", "/history", "/top20", "/recap/2026", "/recap/2026/5",
        "/moods/0", "/survey/twins", "/story", "/story/ask", "/story/ask?q=top+artist", "/story/settings", "/tracks/name:1", "/artists/1", "/import", "/status",
    ];

    private static readonly string[] s_pages = [.. s_played, "/survey", "/survey/predict", "/survey/answers", "/connect", "/settings", "/account", "/people", "/story/compare", "/nowhere"];

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pages_OfADashboardWithoutPlays_AreWhole(bool wide)
    {
        await using var host = new DashboardHost(static builder => builder.UseSetting("Demo:Enabled", "false"));

        Assert.Equal("", string.Join("\n", await FaultsAsync(host, wide ? BrowserView.Wide.Dark() : BrowserView.Narrow, s_pages)));
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pages_OfADashboardWithOnePlay_AreWhole(bool wide)
    {
        await using var host = new DashboardHost(static builder => builder.UseSetting("Demo:Enabled", "false"));
        host.Start();
        await OwnPlay.StoreAsync(host.Services, TestContext.Current.CancellationToken);

        Assert.Equal("", string.Join("\n", await FaultsAsync(host, wide ? BrowserView.Wide : BrowserView.Narrow.Dark(), s_played)));
    }

    private async Task<List<string>> FaultsAsync(DashboardHost host, BrowserView view, string[] pages)
    {
        List<string> faults = [];
        await using var tab = await browser.OpenAsync("/", view.Still(), host);
        foreach (var page in pages)
        {
            await tab.GoToAsync(page);
            try
            {
                await Assertions.Expect(tab.Page.Locator("h1").First).ToBeFocusedAsync();
                await Assertions.Expect(tab.Page.Locator("#content .skeleton")).ToHaveCountAsync(0);
            }
            catch (PlaywrightException exception)
            {
                faults.Add($"{page}: {exception.Message}");
            }

            faults.AddRange((await tab.FindAccessFaultsAsync()).Select(fault => $"{page}: {fault}"));
            if (await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var width && width > view.Width)
            {
                faults.Add($"{page}: {width} pixels wide in a window of {view.Width}");
            }

            if (await tab.Page.Locator(".broken, #blazor-error-ui:visible").CountAsync() > 0)
            {
                faults.Add($"{page}: a part of it failed");
            }

            await tab.Page.Keyboard.PressAsync("Tab");
            if (await tab.Page.EvaluateAsync<bool>("document.activeElement === document.body"))
            {
                faults.Add($"{page}: the keyboard finds nothing");
            }
        }

        // A page that is not there answers 404, which the browser calls an error of its own.
        faults.AddRange(tab.Errors.Where(error => !error.Contains("404", StringComparison.Ordinal)));
        return faults;
    }
}
