using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyDashboard.Tests.SignIn;

namespace SpotifyDashboard.Tests.Browser;

/// <summary>A script of a part of a page that arrives when the part is gone already: the page that is shown meanwhile must not suffer.</summary>
public sealed class LateScriptTests(BrowserFixture browser)
{
    [BrowserTheory]
    [InlineData("/", "CalendarPanel")]
    [InlineData("/import", "ImportUpload")]
    [InlineData("/stats", "PlotlyChart")]
    public async Task Script_ArrivesWhenItsPageWasLeft_DisturbsNobody(string path, string script)
    {
        using var log = new KeptLog();
        await using var host = new DashboardHost(builder => builder.ConfigureLogging(logging => logging.AddProvider(log)));
        await using var tab = await browser.OpenAsync("/settings", BrowserView.Wide.Still(), host);
        var held = await LateScript.HoldAsync(tab.Page, script);
        await tab.GoToAsync(path);
        await held.Asked;

        await FollowAsync(tab, "Story");
        await held.ReleaseAsync();

        // What the circuit does with the script is done when it has answered to something newer.
        await FollowAsync(tab, "History");
        tab.AssertNoErrors();
        Assert.DoesNotContain("JSException", log.Text, StringComparison.Ordinal);
    }

    private static async Task FollowAsync(BrowserTab tab, string page)
    {
        await tab.Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" }).GetByRole(AriaRole.Link, new() { Name = page, Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = page, Exact = true })).ToBeFocusedAsync();
    }
}
