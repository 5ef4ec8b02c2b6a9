using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;

namespace SpotifyDashboard.Tests.Narrative.Facts;

public sealed class FactLinksPageTests(BrowserFixture browser)
{
    private const float Patience = 60_000;

    [BrowserFact]
    public async Task Link_ToAPanelFarDown_LeadsThereAndMovesTheFocus()
    {
        await using var tab = await browser.OpenAsync("/stats?section=taste#hipster");

        var heading = tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Hipster score", Exact = true });
        await Assertions.Expect(heading).ToBeFocusedAsync(new() { Timeout = Patience });
        await Assertions.Expect(heading).ToBeInViewportAsync(new() { Timeout = Patience });
        tab.AssertNoErrors();
    }
}
