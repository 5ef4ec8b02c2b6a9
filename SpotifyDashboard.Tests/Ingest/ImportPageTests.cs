using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyDashboard.Tests.Fixtures;

namespace SpotifyDashboard.Tests.Ingest;

/// <summary>The import through the page, as a person does it.</summary>
public sealed class ImportPageTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task ChosenZip_IsUploadedImportedWithProgressAndAccountedFor()
    {
        await using var host = new DashboardHost(static builder => builder.UseSetting("Demo:Enabled", "false"));
        var zip = Path.Combine(host.Folder, "my_spotify_data.zip");
        var truth = new ExtendedExportGenerator(seed: 3, tracks: 300).WriteZip(zip, rows: 80_000, rowsPerFile: 8_000);
        await using var tab = await browser.OpenAsync("/import", host: host);
        await tab.AssertAccessibleAsync();

        // Progress passes in a moment on a quiet machine, so all that is shown is noted down rather than waited for.
        await tab.Page.EvaluateAsync(
            """
            () => {
              window.shown = '';
              new MutationObserver(() => window.shown += document.querySelector('.under-way')?.textContent ?? '')
                .observe(document.body, { childList: true, subtree: true, characterData: true });
            }
            """);

        await tab.Page.Locator(".drop input").SetInputFilesAsync(zip);

        await Assertions.Expect(tab.Page.Locator(".ended")).ToHaveTextAsync($"{truth.Added:N0} of {truth.Read:N0} rows brought something new.", new() { Timeout = 120_000 });
        Assert.Contains("rows read", await tab.Page.EvaluateAsync<string>("() => window.shown"), StringComparison.Ordinal);
        await Assertions.Expect(tab.Page.Locator(".ledger tfoot td").First).ToHaveTextAsync($"{truth.Read:N0}");
        await Assertions.Expect(tab.Page.GetByText("never opened", new() { Exact = false }).First).ToBeVisibleAsync();
        await tab.AssertAccessibleAsync();
        tab.AssertNoErrors();
    }

    private static readonly LocatorAssertionsToContainTextOptions s_patience = new() { Timeout = 60_000 };

    [BrowserFact]
    public async Task DroppedFile_ThatIsNoHistory_IsRefusedInWords()
    {
        await using var host = new DashboardHost(static builder => builder.UseSetting("Demo:Enabled", "false"));
        await using var tab = await browser.OpenAsync("/import", host: host);

        await tab.Page.Locator(".drop[data-ready]").EvaluateAsync(
            """
            zone => {
              const data = new DataTransfer();
              data.items.add(new File(['hello'], 'letter.txt'));
              zone.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """);

        await Assertions.Expect(tab.Page.Locator(".ended")).ToContainTextAsync("letter.txt: neither a streaming history", s_patience);
    }

    [BrowserFact]
    public async Task ImportPage_OnANarrowScreen_FitsAndIsUsedByKeyboardAlone()
    {
        await using var host = new DashboardHost(static builder => builder.UseSetting("Demo:Enabled", "false"));
        await using var tab = await browser.OpenAsync("/import", BrowserView.Narrow, host);

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();

        await tab.Page.Locator(".drop input").FocusAsync();

        Assert.True(await tab.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        Assert.Equal("INPUT", await tab.Page.EvaluateAsync<string>("document.activeElement.tagName"));
        await tab.AssertAccessibleAsync();
    }

    [BrowserFact]
    public async Task Import_LeftAndComeBackTo_IsShown()
    {
        await using var host = new DashboardHost(static builder => builder.UseSetting("Demo:Enabled", "false"));
        var zip = Path.Combine(host.Folder, "my_spotify_data.zip");
        new ExtendedExportGenerator(seed: 4, tracks: 300).WriteZip(zip, rows: 6_000, rowsPerFile: 2_000);
        await using var tab = await browser.OpenAsync("/import", host: host);
        await tab.Page.Locator(".drop input").SetInputFilesAsync(zip);
        await tab.Page.Locator(".import-job").WaitForAsync();

        await tab.GoToAsync("/import");

        await Assertions.Expect(tab.Page.Locator(".import-job, .earlier").First).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator(".ledger tfoot, .earlier summary").First).ToBeAttachedAsync();
    }
}
