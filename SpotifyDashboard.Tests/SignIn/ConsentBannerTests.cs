using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyApp = SpotifyDashboard.Tests.Fakes.SpotifyApp;
using SpotifyConnection = SpotifyDashboard.SignIn.SpotifyConnection;

namespace SpotifyDashboard.Tests.SignIn;

public sealed class ConsentBannerTests(BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [BrowserTheory]
    [InlineData(4, null)]
    [InlineData(5.5, "Spotify's consent ends in")]
    public async Task Banner_ByTheAgeOfTheConsent_ShowsInTheLastThirtyDaysOnly(double months, string? words)
    {
        await using var connect = await StartAsync();
        await connect.LogInAsync(Now.AddDays(-30.4 * months));
        await using var tab = await browser.OpenAsync("/import", host: connect.Host);

        if (words is null)
        {
            await Assertions.Expect(tab.Page.Locator(".owner .name")).ToBeVisibleAsync();
            await Assertions.Expect(tab.Page.Locator(".consent-banner")).ToHaveCountAsync(0);
            return;
        }

        await Assertions.Expect(tab.Page.Locator(".consent-banner")).ToContainTextAsync(words);
        await tab.AssertAccessibleAsync();
        await tab.GoToAsync("/connect");
        await Assertions.Expect(tab.Page.Locator(".connect-name")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator(".consent-banner")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Banner_OfAnOpenPage_FollowsTheLoginThatIsLostAndTheOneThatIsForgotten()
    {
        await using var connect = await StartAsync();
        await connect.LogInAsync(Now.AddDays(-3));
        await using var tab = await browser.OpenAsync("/import", BrowserView.Narrow.Dark(), connect.Host);
        await Assertions.Expect(tab.Page.Locator(".owner .name")).ToBeVisibleAsync();

        var listener = (await connect.Host.Services.GetRequiredService<SpotifyConnection>().ReadAsync(Cancellation)).ListenerId ?? 0;
        var tokens = connect.Host.Services.GetRequiredService<IAccessTokens>();
        var token = await tokens.GetAsync(listener, Cancellation);
        connect.Spotify.Tokens.Revoke(connect.Mara);
        await Assert.ThrowsAsync<ProviderException>(() => tokens.ReplaceAsync(listener, token, Cancellation));

        var banner = tab.Page.Locator(".consent-banner");
        await Assertions.Expect(banner).ToContainTextAsync("Spotify needs you to log in again.");
        Assert.True(await tab.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        await tab.AssertAccessibleAsync();

        await connect.Host.Services.GetRequiredService<AccountLink>().ForgetAsync(Cancellation);
        await Assertions.Expect(banner).ToHaveCountAsync(0);
    }

    private static Task<ConnectHost> StartAsync() =>
        ConnectHost.StartAsync(static builder => builder.UseSetting("Spotify:ClientId", new SpotifyApp().ClientId));
}
