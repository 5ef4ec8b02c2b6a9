using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Survey;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;

namespace SpotifyDashboard.Tests.Survey;

/// <summary>The survey through its pages, as a person uses it.</summary>
public sealed class SurveyPagesTests(BrowserFixture browser)
{
    private static readonly LocatorAssertionsToBeVisibleOptions s_patience = new() { Timeout = 60_000 };

    [BrowserFact]
    public async Task SampleRespondents_AreMarked_HaveTwins_AndAForecastThatSaysWhatItIsWorth()
    {
        await using var tab = await browser.OpenAsync("/survey/twins?of=sample-02");
        await Assertions.Expect(tab.Page.GetByText("These 50 respondents are made up.")).ToBeVisibleAsync(s_patience);
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Twins of LT 2" })).ToBeVisibleAsync();
        var twins = tab.Page.Locator(".panel", new() { HasText = "Twin finder" }).Locator(".twins > li");
        await Assertions.Expect(twins).ToHaveCountAsync(5);
        await Assertions.Expect(twins.First).ToContainTextAsync("Shared");

        await tab.Page.GetByRole(AriaRole.Radio, new() { Name = "Sound and habits" }).CheckAsync();
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new Regex("[?&]by=habits$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await tab.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Find a respondent" }).FillAsync("nobody at all");
        await Assertions.Expect(tab.Page.GetByText("Nobody fits that.")).ToBeVisibleAsync();

        await tab.Page.GetByRole(AriaRole.Navigation, new() { Name = "Parts of the survey" }).GetByRole(AriaRole.Link, new() { Name = "Forecast" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".verdict")).ToContainTextAsync("etter than guessing", new() { Timeout = 60_000 });
        await tab.Page.GetByRole(AriaRole.Radio, new() { Name = "A sound you set" }).CheckAsync();
        await tab.Page.GetByRole(AriaRole.Slider, new() { Name = "Energy" }).PressAsync("End");
        var answer = tab.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "calibrated" });
        await Assertions.Expect(answer).ToContainTextAsync("Such answers are ");
        await Assertions.Expect(answer).ToContainTextAsync("better than guessing");
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task UploadedSurvey_IsAccountedFor_AndNewAnswersArriveWhileThePageIsOpen()
    {
        await using var host = new DashboardHost(static builder => builder.UseSetting("Demo:Enabled", "false"));
        await using var tab = await browser.OpenAsync("/survey", host: host);
        await ChooseAsSoonAsPossibleAsync(tab.Page, "Our class.csv", Csv(rows: 6));
        await tab.Page.GetByRole(AriaRole.Navigation, new() { Name = "Parts of the survey" }).GetByRole(AriaRole.Link, new() { Name = "Answers" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("6 rows read = 6 taken + 0 empty + 0 malformed.").First).ToBeVisibleAsync(s_patience);
        await Assertions.Expect(tab.Page.GetByLabel("What “Favourite song” tells")).ToHaveValueAsync("favorite_song");
        await tab.Page.GetByLabel("What “My faculty's name for it” tells").SelectOptionAsync("major");
        await Assertions.Expect(tab.Page.GetByText("Remembered.")).ToBeVisibleAsync();
        await tab.AssertAccessibleAsync();

        await tab.Page.GetByRole(AriaRole.Navigation, new() { Name = "Parts of the survey" }).GetByRole(AriaRole.Link, new() { Name = "Respondents" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("No song has a known sound yet")).ToBeVisibleAsync(s_patience);
        await Assertions.Expect(tab.Page.Locator(".newest > li")).ToHaveCountAsync(6);
        await Assertions.Expect(tab.Page.GetByText("Most answered “Biology”: 6 of 6.")).ToBeVisibleAsync();

        // Another process, or another tab, brings the same form with one answer more.
        var listener = await host.Services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(TestContext.Current.CancellationToken);
        await host.Services.GetRequiredService<SurveyImport>().ImportAsync(listener, "Our class.csv", new MemoryStream(Csv(rows: 7)), TestContext.Current.CancellationToken);

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "A new answer arrived." })).ToBeVisibleAsync(s_patience);
        await Assertions.Expect(tab.Page.Locator(".newest > li").First).ToContainTextAsync("new");
        await tab.AssertAccessibleAsync();
        tab.AssertNoErrors();
    }

    /// <summary>Chooses a file in the first moment in which a file field can be used, be its script started or not.</summary>
    private static async Task ChooseAsSoonAsPossibleAsync(IPage page, string name, byte[] content) => await page.EvaluateAsync(
        """
        ([name, text]) => {
          const choose = () => {
            const field = document.querySelector('input[type=file]:enabled');
            if (field) {
              watcher.disconnect();
              const files = new DataTransfer();
              files.items.add(new File([text], name, { type: 'text/csv' }));
              field.files = files.files;
              field.dispatchEvent(new Event('change', { bubbles: true }));
            }
          };
          const watcher = new MutationObserver(choose);
          watcher.observe(document.body, { subtree: true, childList: true, attributes: true });
        }
        """,
        new[] { name, Encoding.UTF8.GetString(content) });

    private static byte[] Csv(int rows)
    {
        var text = new StringBuilder("Timestamp,What is your name?,How old are you?,My faculty's name for it,Favourite song,Artist,Hours of music per day\r\n");
        for (var row = 1; row <= rows; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"9/{row}/2026 10:0{row}:00,Person Number{row},2{row},Biology,Song {row},Artist {row},{row}\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
