using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SpotifyDashboard.SignIn.Accounts;

namespace SpotifyDashboard.Tests.SignIn.Accounts.Passkeys;

/// <summary>Making passkeys and signing in with them, over HTTP against the whole program, with a device that may lie.</summary>
public sealed class PasskeySignInTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Passkey_ThatWasMade_SignsInIsListedAndOpensNothingOnceRemoved()
    {
        await using var house = await AccountsHost.StartAsync();
        using var ben = await new PasskeyBrowser(house).SignInAsync(house.Ben);
        await ben.MakeAsync("My key");
        await ben.SignOutAsync();

        Assert.Equal(HttpStatusCode.Redirect, await ben.EnterAsync());

        var listed = Assert.Single(await ListAsync(ben));
        Assert.Equal(("My key", JsonValueKind.String), (listed.GetProperty("name").GetString(), listed.GetProperty("lastUsedAt").ValueKind));
        Assert.Equal("[]", await house.Olga.Client.GetStringAsync(new Uri("/api/account/passkeys", UriKind.Relative), Cancellation));
        var path = new Uri($"/api/account/passkeys/{listed.GetProperty("id")}", UriKind.Relative);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Olga.Client.DeleteAsync(path, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await ben.Client.DeleteAsync(path, Cancellation)).StatusCode);
        await ben.SignOutAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await ben.EnterAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, await ben.StatusAsync());
    }

    [Fact]
    public async Task Passkey_OfAGuest_SignsThemInAsTheGuestTheyAre()
    {
        await using var house = await AccountsHost.StartAsync();
        using var gus = await new PasskeyBrowser(house).SignInAsync(house.Gus);
        await gus.MakeAsync();
        await gus.SignOutAsync();

        Assert.Equal(HttpStatusCode.Redirect, await gus.EnterAsync());

        var account = await gus.Client.GetFromJsonAsync<JsonElement>("/api/account", Cancellation);
        Assert.Equal(("Gus", "guest"), (account.GetProperty("name").GetString(), account.GetProperty("role").GetString()));
        Assert.Equal("A program", Assert.Single(await ListAsync(gus)).GetProperty("name").GetString());
    }

    [Fact]
    public async Task SignedChallenge_SentAgain_OpensNothingThoughTheDeviceDoesNotCount()
    {
        await using var house = await AccountsHost.StartAsync();
        using var ben = await new PasskeyBrowser(house).SignInAsync(house.Ben);
        await ben.MakeAsync();
        await ben.SignOutAsync();
        var signed = ben.Device.Sign(await ben.BeginEnteringAsync());
        var challenge = ben.Challenge;
        Assert.Equal(HttpStatusCode.Redirect, await ben.SendAsync(signed));
        using var thief = new PasskeyBrowser(house) { Challenge = challenge };

        Assert.Equal(HttpStatusCode.Unauthorized, await thief.SendAsync(signed));

        Assert.Equal(HttpStatusCode.Unauthorized, await thief.StatusAsync());
        Assert.Equal(HttpStatusCode.OK, await ben.StatusAsync());
    }

    [Theory]
    [InlineData("origin")]
    [InlineData("domain")]
    [InlineData("unverified")]
    [InlineData("no challenge")]
    [InlineData("challenge of another browser")]
    [InlineData("somebody else's")]
    [InlineData("no JSON")]
    public async Task SignedChallenge_ThatIsNotRight_OpensNothing(string what)
    {
        await using var house = await AccountsHost.StartAsync();
        using var ben = await new PasskeyBrowser(house).SignInAsync(house.Ben);
        await ben.MakeAsync();
        await ben.SignOutAsync();
        using var other = await new PasskeyBrowser(house).SignInAsync(house.Olga);
        await other.MakeAsync();
        await other.SignOutAsync();
        var asked = await ben.BeginEnteringAsync();
        switch (what)
        {
            case "origin": ben.Device.Origin = "https://dashboard.evil.example"; break;
            case "domain": ben.Device.Domain = "evil.example"; break;
            case "unverified": ben.Device.Verifies = false; break;
            case "no challenge": ben.Challenge = "none"; break;
            case "challenge of another browser": asked = await other.BeginEnteringAsync(); break;
            case "somebody else's": ben.Device.UserHandle = other.Device.UserHandle; break;
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await ben.SendAsync(what == "no JSON" ? "[" : ben.Device.Sign(asked)));

        Assert.Equal(HttpStatusCode.Unauthorized, await ben.StatusAsync());
        Assert.Contains("A try to sign in with a passkey was refused", house.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counter_ThatWentBack_TellsOfACopyAndOpensNothing()
    {
        await using var house = await AccountsHost.StartAsync();
        using var ben = await new PasskeyBrowser(house).SignInAsync(house.Ben);
        ben.Device.Count = 1;
        await ben.MakeAsync();
        await ben.SignOutAsync();
        ben.Device.Count = 7;
        Assert.Equal(HttpStatusCode.Redirect, await ben.EnterAsync());
        await ben.SignOutAsync();

        foreach (var (count, expected) in ((uint, HttpStatusCode)[])[(7, HttpStatusCode.Unauthorized), (3, HttpStatusCode.Unauthorized), (8, HttpStatusCode.Redirect)])
        {
            ben.Device.Count = count;
            Assert.Equal((count, expected), (count, await ben.EnterAsync()));
        }
    }

    [Fact]
    public async Task Making_WithWhatWasAskedOfAnotherAccount_IsRefused()
    {
        await using var house = await AccountsHost.StartAsync();
        using var ben = await new PasskeyBrowser(house).SignInAsync(house.Ben);
        using var olga = await new PasskeyBrowser(house).SignInAsync(house.Olga);
        var asked = await ben.BeginMakingAsync();
        olga.Challenge = ben.Challenge;

        using var ofAnother = await olga.MakeAsync(olga.Device.Make(asked));
        olga.Device.Origin = "https://dashboard.evil.example";
        using var elsewhere = await olga.MakeAsync(olga.Device.Make(await olga.BeginMakingAsync()));
        await ben.MakeAsync();
        using var twice = await ben.MakeAsync(ben.Device.Make(await ben.BeginMakingAsync()));

        Assert.All([ofAnother, elsewhere, twice], answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        Assert.Empty(await ListAsync(olga));
        Assert.Single(await ListAsync(ben));
    }

    [Fact]
    public async Task Account_ThatIsClosed_IsNotOpenedByItsPasskey()
    {
        await using var house = await AccountsHost.StartAsync();
        using var ben = await new PasskeyBrowser(house).SignInAsync(house.Ben);
        await ben.MakeAsync();
        await house.Get<AccountDirectory>().SetClosedAsync(house.Ben.Visitor.AccountId, isClosed: true, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, await ben.EnterAsync());
    }

    [Fact]
    public async Task Guesses_AtAPasskey_AreToldToWait()
    {
        await using var house = await AccountsHost.StartAsync();
        using var stranger = new PasskeyBrowser(house);
        var codes = new List<HttpStatusCode>();
        while (codes.Count < 30 && !codes.Contains(HttpStatusCode.TooManyRequests))
        {
            codes.Add(await stranger.EnterAsync());
        }

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], codes.Distinct());
    }

    [Fact]
    public async Task Passkeys_WhereTheAddressIsANumberWithoutHttps_AreNotOffered()
    {
        await using var house = await AccountsHost.StartAsync();
        using var stranger = house.Anonymous();
        using var there = new PasskeyBrowser(house);

        var page = await stranger.GetStringAsync(new Uri("/sign-in", UriKind.Relative), Cancellation);
        using var asked = await stranger.PostAsync(new Uri("/sign-in/passkey/options", UriKind.Relative), content: null, Cancellation);
        using var making = await house.Ben.Client.PostAsync(new Uri("/api/account/passkeys/options", UriKind.Relative), content: null, Cancellation);

        Assert.DoesNotContain("passkey", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (asked.StatusCode, making.StatusCode));
        Assert.Contains("Sign in with a passkey", await there.Client.GetStringAsync(new Uri("/sign-in", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    private static async Task<JsonElement[]> ListAsync(PasskeyBrowser browser) => await browser.Client.GetFromJsonAsync<JsonElement[]>("/api/account/passkeys", Cancellation) ?? [];
}
