using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using SpotifyDashboard.SignIn.Accounts;

namespace SpotifyDashboard.Tests.SignIn.Accounts;

/// <summary>Signing in and out over HTTP, on one running house.</summary>
public sealed partial class SignInTests
{
    private static readonly Uri s_me = new("/api/users/me", UriKind.Relative);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cookie_ReplayedAfterSigningOut_OpensNothing()
    {
        await using var house = await AccountsHost.StartAsync();
        using var thief = house.Anonymous();
        thief.DefaultRequestHeaders.Add("Cookie", house.Ben.Cookies.GetCookieHeader(house.Address));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(thief));

        using var answer = await AccountsHost.SendFormAsync(house.Ben.Client, "/sign-out", new());

        Assert.Equal("/sign-in", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(thief));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(house.Ben.Client));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(house.Olga.Client));
    }

    [Fact]
    public async Task SigningOut_EverywhereOrByTheApi_EndsWhatItSays()
    {
        await using var house = await AccountsHost.StartAsync();
        var account = await house.Get<AccountDirectory>().FindAsync(house.Ben.Visitor.AccountId, Cancellation);
        Assert.NotNull(account);
        var phone = await house.SignInAsync(account);
        var desk = await house.SignInAsync(account);

        using var byApi = await phone.Client.PostAsync(new Uri("/api/auth/logout", UriKind.Relative), content: null, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, byApi.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(phone.Client));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(desk.Client));

        using var everywhere = await AccountsHost.SendFormAsync(desk.Client, "/sign-out", new() { ["everywhere"] = "true" });
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(house.Ben.Client));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(desk.Client));
    }

    [Fact]
    public async Task SigningIn_OverASessionThatWasPlanted_BeginsAnotherAndEndsThatOne()
    {
        await using var house = await AccountsHost.StartAsync();
        using var attacker = house.Anonymous();
        attacker.DefaultRequestHeaders.Add("Cookie", house.Gus.Cookies.GetCookieHeader(house.Address));
        var planted = house.Gus.Cookies.GetCookies(house.Address)["spotify_dashboard"]?.Value;

        // Who is signed in is not shown the form; its token stands on the page that signs out, too.
        using var answer = await AccountsHost.SendFormAsync(house.Gus.Client, "/sign-out", new() { ["name"] = "olga", ["password"] = AccountsHost.Password }, to: "/sign-in");

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        Assert.NotEqual(planted, house.Gus.Cookies.GetCookies(house.Address)["spotify_dashboard"]?.Value);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(house.Gus.Client));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(attacker));
    }

    [Fact]
    public async Task WrongPasswords_AfterSome_AreToldToWaitAndSayNothingOfNames()
    {
        await using var house = await AccountsHost.StartAsync();
        using var browser = house.Anonymous();
        var pages = new List<string>();
        foreach (var name in new[] { "ben", "nobody" })
        {
            using var answer = await AccountsHost.SendFormAsync(browser, "/sign-in", new() { ["name"] = name, ["password"] = "wrong wrong wrong" });
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            pages.Add(AntiforgeryFree(await answer.Content.ReadAsStringAsync(Cancellation), name));
        }

        Assert.Equal(pages[0], pages[1]);
        HttpResponseMessage last;
        var tries = 0;
        do
        {
            last = await AccountsHost.SendFormAsync(browser, "/sign-in", new() { ["name"] = "ben", ["password"] = "wrong wrong wrong" });
        }
        while (last.StatusCode == HttpStatusCode.Unauthorized && ++tries < 30);

        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.NotNull(last.Headers.RetryAfter?.Delta);
        Assert.DoesNotContain("wrong wrong wrong", house.Log.Text, StringComparison.Ordinal);
        last.Dispose();
    }

    [Fact]
    public async Task Forms_WithoutTheirToken_ChangeNothing()
    {
        await using var house = await AccountsHost.StartAsync();
        using var browser = house.Anonymous();
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = "ben", ["password"] = AccountsHost.Password });
        using var signIn = await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), content, Cancellation);
        using var signOut = await house.Olga.Client.PostAsync(new Uri("/sign-out", UriKind.Relative), new FormUrlEncodedContent([]), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, signIn.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser));
        Assert.Equal("/sign-out", signOut.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(house.Olga.Client));
    }

    [Theory]
    [InlineData("/history?q=x", "/history?q=x")]
    [InlineData("//evil.example/x", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    public async Task SigningIn_ToComeBackSomewhere_GoesToPagesOfTheDashboardAlone(string back, string expected)
    {
        await using var house = await AccountsHost.StartAsync();
        using var browser = house.Anonymous();

        using var answer = await AccountsHost.SendFormAsync(
            browser, $"/sign-in?back={Uri.EscapeDataString(back)}", new() { ["name"] = "ben", ["password"] = AccountsHost.Password });

        Assert.Equal(expected, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task AccessTokens_OfEitherScope_DoWhatTheyMayUntilTheyAreRevoked()
    {
        await using var house = await AccountsHost.StartAsync();
        var tokens = house.Get<PersonalTokens>();
        var reading = await tokens.CreateAsync(house.Ben.Visitor, "a widget", TokenScope.Read, days: null, Cancellation);
        var writing = await tokens.CreateAsync(house.Ben.Visitor, "a script", TokenScope.Write, days: 30, Cancellation);
        using var widget = With(house.Anonymous(), reading.Secret);
        using var script = With(house.Anonymous(), writing.Secret);
        var wish = new Dictionary<string, string> { ["timeZone"] = "Europe/Lisbon" };

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(widget));
        using var refused = await widget.PatchAsJsonAsync(s_me, wish, Cancellation);
        using var taken = await script.PatchAsJsonAsync(s_me, wish, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        using var page = await widget.GetAsync(new Uri("/history", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode); // tokens are for the API

        Assert.NotNull((await tokens.ListAsync(house.Ben.Visitor.AccountId, Cancellation)).Single(token => token.Label == "a widget").LastUsedAt);
        Assert.False(await tokens.RevokeAsync(house.Olga.Visitor.AccountId, reading.Token.Id, Cancellation));
        Assert.True(await tokens.RevokeAsync(house.Ben.Visitor.AccountId, reading.Token.Id, Cancellation));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(widget));
        Assert.DoesNotContain(reading.Secret, house.Log.Text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<AccountRefusedException>(() => tokens.CreateAsync(house.Gus.Visitor, "x", TokenScope.Write, days: null, Cancellation));
    }

    private static HttpClient With(HttpClient client, string token)
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static string AntiforgeryFree(string page, string name) =>
        LongValue().Replace(page, "").Replace(name, "", StringComparison.Ordinal);

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(s_me, Cancellation);
        return answer.StatusCode;
    }

    [GeneratedRegex("value=\"[^\"]{50,}\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongValue();
}
