using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;

namespace SpotifyDashboard.Tests.SignIn.Accounts.Passkeys;

/// <summary>A passkey's whole life in Chromium, with the browser's own virtual device.</summary>
public sealed class PasskeyStoryTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Passkey_MadeUsedAndRemoved_IsTheWayInWhileItIsThere()
    {
        await using var house = await AccountsHost.StartAsync();
        await using var tab = await browser.OpenStaticAsync("/sign-in", BrowserView.Narrow, house.Host);
        var page = tab.Page;
        await AddDeviceAsync(tab);

        // Browsers make passkeys for this name without a certificate, for a number never.
        var address = new UriBuilder(house.Address) { Host = "localhost" }.Uri;
        await page.GotoAsync(new Uri(address, "/sign-in?back=/account").AbsoluteUri);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" })).ToBeVisibleAsync();
        await tab.AssertAccessibleAsync();
        await page.GetByLabel("Name").FillAsync("ben");
        await page.GetByLabel("Password").FillAsync(AccountsHost.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        await page.Locator("input[name=passkey-name]").FillAsync("Ben's laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Region, new() { Name = "List of passkeys" }).GetByRole(AriaRole.Row).Filter(new() { HasText = "Ben's laptop" });
        await Assertions.Expect(row).ToContainTextAsync("never");
        await tab.AssertAccessibleAsync();

        await SignOutAsync(page, address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.Locator(".shell").WaitForAsync();
        await page.GotoAsync(new Uri(address, "/account").AbsoluteUri);
        await Assertions.Expect(row).Not.ToContainTextAsync("never");
        await row.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey Ben's laptop" }).ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);
        tab.AssertNoErrors();

        // The device has it still; nobody is let in by it.
        await SignOutAsync(page, address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("That passkey opens nothing here.");
    }

    private static async Task SignOutAsync(IPage page, Uri address)
    {
        await page.GotoAsync(new Uri(address, "/sign-out").AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out here" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Sign in");
    }

    private static async Task AddDeviceAsync(BrowserTab tab)
    {
        var session = await tab.Context.NewCDPSessionAsync(tab.Page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
