using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;

namespace SpotifyDashboard.Tests.SignIn.People;

/// <summary>The pages of accounts, walked through in a browser.</summary>
public sealed class AccountStoryTests(BrowserFixture browser)
{
    [Fact]
    public async Task Account_OfAListener_MakesATokenAndIsDeletedWithAReceipt()
    {
        await using var house = await AccountsHost.StartAsync();
        await using var tab = await house.OpenAsync(browser, "/account", house.Ben, BrowserView.Narrow.Still());
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Account", Exact = true })).ToBeFocusedAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Region, new() { Name = "List of sessions" })).ToContainTextAsync("this one");
        Assert.Empty(await tab.FindAccessFaultsAsync());
        Assert.True(await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= BrowserView.Narrow.Width);

        await tab.Page.Locator("input[name=token-label]").FillAsync("kitchen display");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Make a token" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator("code.once")).ToContainTextAsync("sdb_");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Region, new() { Name = "List of access tokens" })).ToContainTextAsync("kitchen display");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Delete me…" }).ClickAsync();
        await tab.Page.Locator("input[name=confirm-name]").FillAsync("Ben");
        await tab.Page.Locator("input[name=confirm-password]").FillAsync(AccountsHost.Password);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Delete me for good" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Deleted for good" })).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Save as text" })).ToBeVisibleAsync();
        Assert.Empty(await tab.FindAccessFaultsAsync());
    }

    [Fact]
    public async Task Dashboard_OfAGuest_SaysOnEveryPageThatTheyOnlyLook()
    {
        await using var house = await AccountsHost.StartAsync();
        await using var tab = await house.OpenAsync(browser, "/", house.Gus, BrowserView.Narrow.Still());

        var mark = tab.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Guest" });
        await Assertions.Expect(mark).ToHaveAttributeAsync("href", "/account");
        Assert.True(await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= BrowserView.Narrow.Width);
        Assert.Empty(await tab.FindAccessFaultsAsync());
        await tab.GoToAsync("/history");
        await Assertions.Expect(mark).ToBeVisibleAsync();
    }

    [Fact]
    public async Task People_OfAnOwner_AreListedInvitedAndManaged()
    {
        await using var house = await AccountsHost.StartAsync();
        await using var tab = await house.OpenAsync(browser, "/people", house.Olga, BrowserView.Wide.Dark().Still());
        var people = tab.Page.GetByRole(AriaRole.Region, new() { Name = "List of people" });
        await Assertions.Expect(people).ToContainTextAsync("Gus");
        await Assertions.Expect(tab.Page.Locator("#content .skeleton")).ToHaveCountAsync(0);

        await tab.Page.Locator("input[name=invitation-note]").FillAsync("Mara");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator("code.once")).ToContainTextAsync("/join/");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Manage Ben" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Close the account" }).ClickAsync();
        await Assertions.Expect(people).ToContainTextAsync("closed");
        Assert.Empty(await tab.FindAccessFaultsAsync());

        await tab.Page.Locator(".account .owner").ClickAsync();
        await Assertions.Expect(tab.Page.Locator("#account-pages")).ToContainTextAsync("Signed in as Olga");
        await tab.Page.Locator("#account-pages").GetByText("Sign out").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out here" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }
}
