using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace SpotifyDashboard.Tests.SignIn;

/// <summary>Logging in and out over HTTP.</summary>
public sealed class AuthEndpointsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Url_AskedFor_LeadsToSpotifyWithPkceAndBindsTheBrowser()
    {
        await using var host = await AuthHost.StartAsync();
        using var browser = host.Browser();

        using var response = await browser.GetAsync(Relative("/api/auth/url"), Cancellation);

        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        var url = new Uri(answer.GetProperty("url").GetString() ?? "");
        var query = QueryHelpers.ParseQuery(url.Query);
        Assert.StartsWith(host.Spotify.AccountsUrl + "/authorize", url.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(("S256", "code", "http://127.0.0.1:5080/callback"), (query["code_challenge_method"].ToString(), query["response_type"].ToString(), query["redirect_uri"].ToString()));
        Assert.Equal(answer.GetProperty("state").GetString(), query["state"].ToString());
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.All(["httponly", "samesite=lax", "max-age=600", "path=/"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(query["state"].ToString(), cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_Posted_AnswersTheListenerAndOpensASession()
    {
        await using var host = await AuthHost.StartAsync();
        using var browser = host.Browser();
        var came = await host.ConsentAsync(browser);

        using var response = await browser.PostAsJsonAsync(Relative("/api/auth/login"), new { came.Code, came.State }, Cancellation);
        using var again = await browser.PostAsJsonAsync(Relative("/api/auth/login"), new { came.Code, came.State }, Cancellation);

        var listener = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal((HttpStatusCode.OK, "Mara Lindqvist", false), (response.StatusCode, listener.GetProperty("displayName").GetString(), listener.GetProperty("isDemo").GetBoolean()));
        Assert.NotNull(listener.GetProperty("reauthorizeBy").GetString());
        Assert.Contains(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("spotify_dashboard=", StringComparison.Ordinal) && cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.Equal(listener.GetRawText(), (await browser.GetFromJsonAsync<JsonElement>(Relative("/api/users/me"), Cancellation)).GetRawText());
    }

    [Theory]
    [InlineData("GET", "/api/auth/url?x=1", null)]
    [InlineData("POST", "/api/auth/login?x=1", """{ "code": "a", "state": "b" }""")]
    [InlineData("POST", "/api/auth/logout?x=1", null)]
    [InlineData("POST", "/api/auth/login", """{ "code": "a" }""")]
    [InlineData("POST", "/api/auth/login", """{ "code": "a", "state": 1 }""")]
    [InlineData("POST", "/api/auth/login", """{ "code": "a", "state": "b", "more": "c" }""")]
    [InlineData("POST", "/api/auth/login", """["a"]""")]
    [InlineData("POST", "/api/auth/login", """{ "code": "a", "state": "never begun" }""")]
    public async Task Request_ThatMakesNoSense_IsAProblem400(string method, string path, string? body)
    {
        await using var host = await AuthHost.StartAsync();
        using var browser = host.Browser();
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };

        using var response = await browser.SendAsync(request, Cancellation);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Callback_InTheBrowserThatBegan_LogsInAndLeadsHome()
    {
        await using var host = await AuthHost.StartAsync();
        using var browser = host.Browser();
        var came = await host.ConsentAsync(browser);

        // As Chromium sends it when Spotify's page redirects.
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/callback?code={came.Code}&state={came.State}")
        {
            Headers = { { "Sec-Fetch-Site", "cross-site" }, { "Sec-Fetch-Mode", "navigate" }, { "Sec-Fetch-Dest", "document" }, { "Sec-Fetch-User", "?1" }, { "Referer", "https://accounts.spotify.com/" } },
        };
        using var response = await browser.SendAsync(request, Cancellation);

        Assert.Equal((HttpStatusCode.Found, "/"), (response.StatusCode, response.Headers.Location?.OriginalString));
        Assert.Contains("no-store", response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Equal("Mara Lindqvist", (await browser.GetFromJsonAsync<JsonElement>(Relative("/api/users/me"), Cancellation)).GetProperty("displayName").GetString());
    }

    [Fact]
    public async Task Callback_InAnotherBrowser_LeadsToTheConnectPageAndChangesNothing()
    {
        await using var host = await AuthHost.StartAsync();
        using var browser = host.Browser();
        using var other = host.Browser();
        var came = await host.ConsentAsync(browser);

        using var response = await other.GetAsync(Relative($"/callback?code={came.Code}&state={came.State}"), Cancellation);

        Assert.StartsWith("/connect?notice=", response.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Relative("/api/users/me"), Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("error=access_denied&state=<script>alert(1)</script>")]
    [InlineData("error=<script>alert(1)</script>&state=a")]
    [InlineData("code=<script>alert(1)</script>&state=a")]
    [InlineData("code=a")]
    [InlineData("")]
    public async Task Callback_WithNonsense_ReflectsNothing(string query)
    {
        await using var host = await AuthHost.StartAsync();
        using var browser = host.Browser();

        using var response = await browser.GetAsync(Relative("/callback?" + query), Cancellation);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.DoesNotContain("alert", response.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Empty(await response.Content.ReadAsStringAsync(Cancellation));
        Assert.DoesNotContain("alert", host.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://music.example/spotify/callback", "/spotify/callback", 302)]
    [InlineData("https://music.example/spotify/back", "/back", 302)]
    [InlineData("https://music.example/spotify/back", "/callback", 302)]
    [InlineData("https://music.example/spotify/back", "/spotify", 404)]
    public async Task Callback_RedirectAddressHasAPath_AnswersThereAndAtItsLastPart(string redirectUri, string path, int status)
    {
        await using var host = await AuthHost.StartAsync(redirectUri);
        using var browser = host.Browser();

        using var response = await browser.GetAsync(Relative(path + "?code=a&state=b"), Cancellation);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Logout_Posted_ForgetsTheLoginAndKeepsTheListener()
    {
        await using var host = await AuthHost.StartAsync();
        using var browser = host.Browser();
        var came = await host.ConsentAsync(browser);
        await browser.PostAsJsonAsync(Relative("/api/auth/login"), new { came.Code, came.State }, Cancellation);

        using var response = await browser.PostAsync(Relative("/api/auth/logout"), content: null, Cancellation);

        var me = await browser.GetFromJsonAsync<JsonElement>(Relative("/api/users/me"), Cancellation);
        Assert.Equal((HttpStatusCode.NoContent, "Mara Lindqvist", JsonValueKind.Null), (response.StatusCode, me.GetProperty("displayName").GetString(), me.GetProperty("authorizedAt").ValueKind));
    }

    [Fact]
    public async Task Api_WhileConnected_ShowsNoSecret()
    {
        await using var host = await AuthHost.StartAsync();
        using var browser = host.Browser();
        var came = await host.ConsentAsync(browser);
        using var login = await browser.PostAsJsonAsync(Relative("/api/auth/login"), new { came.Code, came.State }, Cancellation);
        var shown = new StringBuilder(await login.Content.ReadAsStringAsync(Cancellation)).AppendJoin(' ', login.Headers.GetValues("Set-Cookie"));
        foreach (var path in new[] { "/api/users/me", "/api/jobs", "/api/status", "/health/ready", "/openapi/v1.json", "/" })
        {
            using var response = await browser.GetAsync(Relative(path), Cancellation);
            Assert.Equal((path, HttpStatusCode.OK), (path, response.StatusCode));
            shown.Append(await response.Content.ReadAsStringAsync(Cancellation));
        }

        Assert.Contains("Mara Lindqvist", shown.ToString(), StringComparison.Ordinal);
        foreach (var secret in new[] { "BQDfake", "AQDfake", "AQCfake", came.State ?? "?" })
        {
            Assert.DoesNotContain(secret, shown.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(secret, host.Log.Text, StringComparison.Ordinal);
        }
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}
