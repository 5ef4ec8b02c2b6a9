using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.SignIn;

/// <summary>The first-run wizard in Chromium, against a Spotify that consents by itself.</summary>
public sealed class ConnectPageTests(BrowserFixture browser)
{
    private const string HostileName = "<script>alert('x')</script> \u202Eevil =cmd";

    [BrowserFact]
    public async Task Wizard_FromClientIdToFirstPlays_ShowsWhoseAccountAndHowManyPlays()
    {
        await using var connect = await ConnectHost.StartAsync();
        connect.Mara.DisplayName = HostileName;
        var world = connect.Spotify.World;
        world.PlayInRow(connect.Mara, world.AddCatalogue(7), TimeProvider.System.GetUtcNow().AddMinutes(-5));
        await using var tab = await browser.OpenAsync("/import", host: connect.Host);
        await tab.Page.GotoAsync($"{connect.Address}/connect");

        await Assertions.Expect(tab.Page.Locator(".connect-address code")).ToHaveTextAsync($"{connect.Address}/callback");
        await SaveAsync(tab, connect.Spotify.App.ClientId);
        await LogInAsync(tab);

        await Assertions.Expect(tab.Page.Locator(".connect-name")).ToHaveTextAsync(HostileName);
        await Assertions.Expect(tab.Page.Locator(".owner .name")).ToHaveTextAsync(HostileName);
        await Assertions.Expect(tab.Page.Locator(".connect-count")).ToHaveTextAsync("7 plays are stored.");
        Assert.Equal($"{connect.Address}/connect", tab.Page.Url);
        Assert.Empty(connect.Spotify.Violations);
        await tab.AssertAccessibleAsync();
        tab.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Login_OfSomebodyWhoIsNotInTheUserList_ShowsSpotifysWordsAndAHint()
    {
        await using var connect = await ConnectHost.StartAsync();
        connect.Mara.IsAllowListed = false;
        await using var tab = await OpenAsync(connect);
        await SaveAsync(tab, connect.Spotify.App.ClientId);

        await LogInAsync(tab);

        var notice = tab.Page.Locator(".connect-notice[data-failure]");
        await Assertions.Expect(notice).ToContainTextAsync("User not registered in the Developer Dashboard");
        await Assertions.Expect(notice).ToContainTextAsync("User Management");
        await Assertions.Expect(tab.Page.Locator(".connect-name")).ToHaveCountAsync(0);
        await tab.AssertAccessibleAsync();
    }

    [BrowserFact]
    public async Task Login_Denied_SaysThatNothingWasChanged()
    {
        await using var connect = await ConnectHost.StartAsync();
        connect.Spotify.App.IsDenied = true;
        await using var tab = await OpenAsync(connect);
        await SaveAsync(tab, connect.Spotify.App.ClientId);

        await LogInAsync(tab);

        await Assertions.Expect(tab.Page.Locator(".connect-notice")).ToContainTextAsync("You did not allow the dashboard");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Log in with Spotify" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task PastedAddress_OfALoginBegunInThisBrowser_Connects()
    {
        // Nothing answers where Spotify sends the browser to: the address bar is all that is left.
        await using var connect = await ConnectHost.StartAsync(static builder => builder.UseSetting("Spotify:RedirectUri", "http://127.0.0.1:9/callback"));
        await using var tab = await OpenAsync(connect);
        await SaveAsync(tab, connect.Spotify.App.ClientId);
        await Assertions.Expect(tab.Page.GetByText("where nothing will answer")).ToBeVisibleAsync();
        var sentTo = tab.Page.WaitForRequestAsync("http://127.0.0.1:9/**");
        await LogInAsync(tab);
        var address = (await sentTo).Url;

        await using var other = await OpenAsync(connect);
        await PasteAsync(other, address);
        await Assertions.Expect(other.Page.Locator(".connect-notice[data-failure]")).ToContainTextAsync("begun in another browser");

        await tab.Page.GotoAsync($"{connect.Address}/connect");
        await PasteAsync(tab, address);
        await Assertions.Expect(tab.Page.Locator(".connect-name")).ToHaveTextAsync("Mara Lindqvist");
    }

    [BrowserFact]
    public async Task Login_BegunAsLocalhost_GoesOnUnderTheNameThatSpotifySendsItTo()
    {
        await using var connect = await ConnectHost.StartAsync(static builder => builder.UseSetting("Spotify:ClientId", new SpotifyApp().ClientId));
        await using var tab = await OpenAsync(connect);
        await tab.Page.GotoAsync($"{connect.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}/connect");
        await Assertions.Expect(tab.Page.GetByText("cookies do not cross")).ToBeVisibleAsync();

        await LogInAsync(tab);

        await Assertions.Expect(tab.Page.Locator(".connect-name")).ToHaveTextAsync("Mara Lindqvist");
        Assert.Equal($"{connect.Address}/connect", tab.Page.Url);
    }

    [BrowserFact]
    public async Task FreshConnection_ShownTwice_AsksForOneSync()
    {
        await using var connect = await ConnectHost.StartAsync(static builder => builder.UseSetting("Spotify:ClientId", new SpotifyApp().ClientId));
        await using var tab = await OpenAsync(connect);
        await LogInAsync(tab);
        await Assertions.Expect(tab.Page.Locator(".connect-count, .connect-waiting")).ToBeVisibleAsync();
        await tab.Page.ReloadAsync();
        await Assertions.Expect(tab.Page.Locator(".connect-count, .connect-waiting")).ToBeVisibleAsync();

        var jobs = await connect.Host.Services.GetRequiredService<JobRunner>().ListAsync(listenerId: null, TestContext.Current.CancellationToken);

        Assert.Single(jobs, job => job.Kind == "sync");
    }

    [BrowserFact]
    public async Task Page_WithTheClientIdInTheSettings_ShowsItAndTakesNoOther()
    {
        await using var connect = await ConnectHost.StartAsync(static builder => builder.UseSetting("Spotify:ClientId", "fromsettings"));
        await using var tab = await OpenAsync(connect);

        await Assertions.Expect(tab.Page.GetByText("is set by Spotify:ClientId")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator("input[name=client-id]")).ToHaveCountAsync(0);
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Log in with Spotify" })).ToBeVisibleAsync();
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Page_OnAPhoneByKeyboardAlone_FitsAndIsAccessible(bool isDark)
    {
        await using var connect = await ConnectHost.StartAsync();
        var view = isDark ? BrowserView.Narrow.Dark() : BrowserView.Narrow;
        await using var tab = await browser.OpenAsync("/connect", view.Still(), connect.Host);
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();

        var field = tab.Page.Locator("input[name=client-id]");
        await field.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator("#connect-app-outcome")).ToHaveTextAsync("Paste the client id of your app.");
        await tab.Page.Keyboard.TypeAsync(connect.Spotify.App.ClientId);
        await tab.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Log in with Spotify" })).ToBeVisibleAsync();
        await tab.Page.Locator(".connect-paste summary").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Locator(".connect-how summary").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator("input[name=address]")).ToBeVisibleAsync();
        Assert.True(await tab.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        await tab.AssertAccessibleAsync();
    }

    private static async Task SaveAsync(BrowserTab tab, string clientId)
    {
        await tab.Page.Locator("input[name=client-id]").FillAsync(clientId);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
    }

    private static Task LogInAsync(BrowserTab tab) =>
        tab.Page.GetByRole(AriaRole.Link, new() { Name = "Log in with Spotify" }).ClickAsync();

    private static async Task PasteAsync(BrowserTab tab, string address)
    {
        await tab.Page.Locator(".connect-paste summary").ClickAsync();
        await tab.Page.Locator("input[name=address]").FillAsync(address);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Finish the login" }).ClickAsync();
    }

    private async Task<BrowserTab> OpenAsync(ConnectHost connect)
    {
        var tab = await browser.OpenAsync("/import", host: connect.Host);
        await tab.Page.GotoAsync($"{connect.Address}/connect");
        return tab;
    }
}
