using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;

namespace SpotifyDashboard.Tests.Operations.Status;

public sealed class StatusPageTests(BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrowserTheory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Page_InEitherThemeAndWidth_TellsTheTroubleAndIsAccessible(bool wide, bool dark)
    {
        await using var host = await TroubledAsync();
        var view = wide ? BrowserView.Wide : BrowserView.Narrow;

        await using var tab = await browser.OpenAsync("/status", (dark ? view.Dark() : view).Still(), host);

        foreach (var told in new[]
        {
            " days left, until", "You are listening.", "Spotify did not answer within 10 s.", "40 of 500 used, 0 left", "No calls until in 50 min",
            "QUOTA_EXCEEDED", "plays may be missing", "by my_spotify_data.zip", "<script>alert(1)</script>", StatusStock.AccountName,
        })
        {
            await Assertions.Expect(tab.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(told);
        }

        await tab.AssertAccessibleAsync();
        Assert.Equal(view.Width, await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Diagnostics_Copied_HoldTheStatusWithoutNameOrSecret()
    {
        await using var host = await TroubledAsync();
        await using var tab = await browser.OpenAsync("/status", host: host);
        await tab.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Copy diagnostics" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("Copied.")).ToBeVisibleAsync();
        var copied = await tab.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");

        using var diagnostics = JsonDocument.Parse(copied);
        Assert.Equal(40, diagnostics.RootElement.GetProperty("status").GetProperty("budget").GetProperty("used").GetInt32());
        Assert.DoesNotContain("Lindqvist", copied, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", copied, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Api_TellsTheSameAndNoSecret()
    {
        await using var host = await TroubledAsync();
        using var client = new HttpClient { BaseAddress = host.Start() };

        var text = await client.GetStringAsync("/api/status", Cancellation);
        var status = JsonDocument.Parse(text).RootElement;

        Assert.Equal((40, 0), (status.GetProperty("budget").GetProperty("used").GetInt32(), status.GetProperty("budget").GetProperty("left").GetInt32()));
        Assert.Equal(2, status.GetProperty("gaps").GetArrayLength());
        Assert.Equal("connected", status.GetProperty("consent").GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, status.GetProperty("gaps")[0].GetProperty("closedAt").ValueKind);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        var ready = await client.GetFromJsonAsync<JsonElement>("/health/ready", Cancellation);
        Assert.Equal("degraded", ready.GetProperty("status").GetString());
    }

    [BrowserFact]
    public async Task AccountMenu_ByKeyboard_OpensLeadsAndCloses()
    {
        await using var tab = await browser.OpenAsync("/");
        var button = tab.Page.GetByRole(AriaRole.Button, new() { Name = "Account" });
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();

        await button.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-expanded", "true");
        await tab.AssertAccessibleAsync();
        await tab.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(button).ToBeFocusedAsync();
        await button.ClickAsync();
        await tab.Page.GetByRole(AriaRole.Navigation, new() { Name = "Account" }).GetByRole(AriaRole.Link, new() { Name = "Status" }).ClickAsync();

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Status");
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-expanded", "false");
    }

    private static async Task<DashboardHost> TroubledAsync()
    {
        var host = new DashboardHost(static builder =>
        {
            builder.UseSetting("Demo:Enabled", "false");
            builder.UseSetting("Spotify:ClientId", "client");
            builder.UseSetting("Ingest:WakeEvery", TimeSpan.FromDays(1).ToString("c", CultureInfo.InvariantCulture));
        });
        host.Start();
        await StatusStock.StoreAsync(host.Services, Cancellation);
        return host;
    }
}
