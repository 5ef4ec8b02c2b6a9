using Microsoft.AspNetCore.Http;

namespace SpotifyDashboard.Tests.SignIn.Walls;

/// <summary>What a request meets before anybody asks whose it is, with accounts on: names, proxies, other sites.</summary>
public sealed class RequestWallsTests(WalledHouse house) : IClassFixture<WalledHouse>
{
    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1:5080", 200)]
    [InlineData("[::1]", 200)]
    [InlineData("192.168.1.7:8080", 200)] // a number can't be pointed elsewhere
    [InlineData("music.example.org", 200)]
    [InlineData("MUSIC.example.org:8443", 200)]
    [InlineData("redirect.example.org", 200)]
    [InlineData("evil.example", 421)] // a foreign name that was pointed here
    [InlineData("127.0.0.1.nip.example", 421)]
    [InlineData("music.example.org.evil.example", 421)]
    [InlineData("sub.music.example.org", 421)]
    public async Task Host_ByName_IsServedWhereItIsKnown(string host, int status)
    {
        Assert.Equal(status, (await SendAsync(request => request.Host = new HostString(host))).Response.StatusCode);
    }

    [Theory]
    [InlineData("10.1.2.3", "203.0.113.9", "https")] // the proxy is known, so its word counts
    [InlineData("192.0.2.1", "192.0.2.1", "http")] // anybody can write a header
    public async Task ForwardedHeaders_OfAPeer_CountWhereItIsAKnownProxy(string peer, string expectedAddress, string expectedScheme)
    {
        var context = await SendAsync(
            request =>
            {
                request.Headers["X-Forwarded-For"] = "203.0.113.9";
                request.Headers["X-Forwarded-Proto"] = "https";
            },
            peer);

        Assert.Equal((expectedAddress, expectedScheme), (context.Connection.RemoteIpAddress?.ToString(), context.Request.Scheme));
    }

    [Fact]
    public async Task ForwardedHost_OfAKnownProxy_MustBeAKnownName()
    {
        var context = await SendAsync(static request => request.Headers["X-Forwarded-Host"] = "evil.example", "10.1.2.3");

        Assert.Equal(421, context.Response.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:3000")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task OtherSite_ThatSends_IsRefused(string header, string value)
    {
        Assert.Equal(403, (await SendAsync(request => (request.Method, request.Headers[header]) = ("POST", value))).Response.StatusCode);
    }

    [Fact]
    public async Task OtherSite_WithItsLinkToAPage_IsLetIn_AndInAFrameIsNot()
    {
        Assert.NotEqual(403, (await NavigateAsync("document")).Response.StatusCode);
        Assert.Equal(403, (await NavigateAsync("iframe")).Response.StatusCode);

        Task<HttpContext> NavigateAsync(string destination) => SendAsync(request =>
        {
            request.Path = "/sign-in";
            request.Headers["Sec-Fetch-Site"] = "cross-site";
            request.Headers["Sec-Fetch-Mode"] = "navigate";
            request.Headers["Sec-Fetch-Dest"] = destination;
        });
    }

    [Theory]
    [InlineData("https://page.example.net", true)]
    [InlineData("https://evil.example", false)]
    public async Task CorsPreflight_OfASite_IsAnsweredWhereItIsListed(string origin, bool isAllowed)
    {
        var response = (await SendAsync(request =>
        {
            (request.Method, request.Path) = ("OPTIONS", "/api/top20");
            request.Headers.Origin = origin;
            request.Headers["Sec-Fetch-Site"] = "cross-site";
            request.Headers.AccessControlRequestMethod = "GET";
            request.Headers["Access-Control-Request-Headers"] = "authorization";
        })).Response;

        Assert.Equal(isAllowed ? [origin] : [], response.Headers.AccessControlAllowOrigin);
        Assert.False(response.Headers.ContainsKey("Access-Control-Allow-Credentials"));
        Assert.Equal(isAllowed ? 204 : 403, response.StatusCode);
    }

    [Fact]
    public async Task ListedSite_WithoutAToken_IsRefused()
    {
        var context = await SendAsync(request =>
        {
            request.Path = "/api/top20";
            request.Headers.Origin = "https://page.example.net";
            request.Headers.Cookie = ".AspNetCore.Cookies=stolen";
        });

        Assert.Equal(403, context.Response.StatusCode);
    }

    [Fact]
    public async Task Answers_OfEveryKind_TellTheBrowserWhatItMayDo()
    {
        using var client = house.CreateClient();

        foreach (var address in new[] { "/sign-in", "/api/top20", "/api/nothing", "/health/live", "/favicon.svg", "/s/unknown", "/nowhere" })
        {
            using var response = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("default-src '", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
            Assert.All(
                policy.Split(';', StringSplitOptions.TrimEntries).Where(static part => part.StartsWith("script-src ", StringComparison.Ordinal)),
                static part => Assert.DoesNotContain("unsafe", part, StringComparison.Ordinal));
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Opener-Policy")));
            Assert.Single(response.Headers.GetValues("Referrer-Policy"));
            Assert.Single(response.Headers.GetValues("Permissions-Policy"));
            Assert.False(response.Headers.Contains("Strict-Transport-Security"), "HSTS over plain HTTP means nothing.");
        }
    }

    [Fact]
    public async Task Answer_OverHttpsByName_KeepsTheBrowserThere()
    {
        var context = await SendAsync(static request => (request.Scheme, request.Host) = ("https", new HostString("music.example.org")));

        Assert.Equal("max-age=31536000", context.Response.Headers.StrictTransportSecurity);
    }

    [Fact]
    public async Task Nonce_OfTwoAnswers_IsNotTheSame()
    {
        using var client = house.CreateClient();

        Assert.NotEqual(await NonceAsync(client), await NonceAsync(client));
    }

    private static async Task<string> NonceAsync(HttpClient client)
    {
        using var response = await client.GetAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        return policy[policy.IndexOf("'nonce-", StringComparison.Ordinal)..].Split('\'')[1];
    }

    private Task<HttpContext> SendAsync(Action<HttpRequest> change, string peer = "127.0.0.1") => house.SendAsync(change, peer);
}
