using Microsoft.Playwright;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Browser.SecondTry;

namespace SpotifyDashboard.Tests.SignIn.Accounts;

/// <summary>The whole way in a browser: setting up, inviting, joining, signing out everywhere.</summary>
public sealed class HouseStoryTests(BrowserFixture browser)
{
    private const string Password = AccountsHost.Password;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrowserFact]
    public async Task House_FromSetupToSigningOutEverywhere_LetsInWhoIsInvitedAndNobodyElse()
    {
        await using var house = AccountsHost.StartEmpty();
        await using var olga = await browser.OpenStaticAsync("/history", BrowserView.Wide.Dark(), house.Host);
        await Assertions.Expect(olga.Page.Locator("h1")).ToHaveTextAsync("Set up your dashboard");
        await olga.AssertAccessibleAsync();
        await FillAsync(olga.Page, "setup code", await house.Get<SetupCode>().ReadAsync(Cancellation));
        await JoinAsync(olga, "Olga", "olga", "Make the owner's account");

        await Assertions.Expect(olga.Page.GetByRole(AriaRole.Link, new() { Name = "Import your history" })).ToBeVisibleAsync();

        var owner = Assert.Single(await house.Get<AccountDirectory>().ListAsync(Cancellation));
        var invitation = await house.Get<Invitations>().CreateAsync(AccountsBench.VisitorOf(owner), VisitorRole.Listener, 7, null, Cancellation);
        await using var ben = await browser.OpenStaticAsync(invitation.Path, BrowserView.Narrow, house.Host);
        await Assertions.Expect(ben.Page.Locator("h1")).ToHaveTextAsync("Olga invites you");
        await ben.AssertAccessibleAsync();
        await JoinAsync(ben, "Ben", "ben", "Join");

        var second = await ben.Context.NewPageAsync();
        await second.GotoAsync(new Uri(house.Address, "/sign-out").AbsoluteUri);
        await second.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere" }).ClickAsync();
        await Assertions.Expect(second.Locator("h1")).ToHaveTextAsync("Sign in");

        // The tab that stood open goes by itself; the owner's stays.
        await Assertions.Expect(ben.Page.Locator("h1")).ToHaveTextAsync("Sign in");
        await ben.AssertAccessibleAsync();
        await Assertions.Expect(olga.Page.Locator(".shell")).ToBeVisibleAsync();
        await second.GotoAsync(new Uri(house.Address, "/join/" + invitation.Code).AbsoluteUri);
        await Assertions.Expect(second.Locator("h1")).ToHaveTextAsync("This invitation is over");
        olga.AssertNoErrors();
    }

    private static async Task JoinAsync(BrowserTab tab, string name, string loginName, string button)
    {
        await FillAsync(tab.Page, "as the dashboard calls you", name);
        await FillAsync(tab.Page, "name to sign in with", loginName);
        await FillAsync(tab.Page, "password", Password);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await tab.Page.Locator(".shell").WaitForAsync();
        await tab.HeadingFocusedAsync();
    }

    private static Task FillAsync(IPage page, string label, string value) => page.GetByLabel(label).FillAsync(value);
}
