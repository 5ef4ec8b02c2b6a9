using System.Net;

namespace SpotifyDashboard.Tests.Fakes;

public sealed class SpotifyApiTests
{
    private const string Unknown = "0aFakeTrack00000000001";

    [Theory]
    [InlineData("/me?fields=id", "'fields' is not listed")]
    [InlineData("/me/", "'/me/' is not listed")]
    [InlineData("/me/shows", "'/me/shows' is not listed")]
    [InlineData("/me/top/tracks?time_range=all_time", "time_range")]
    [InlineData("/me/top/tracks?limit=51", "'51'")]
    [InlineData("/me/top/albums", "'/me/top/albums' is not listed")]
    [InlineData("/me/tracks?limit=0", "'0'")]
    [InlineData("/me/tracks?offset=-1", "'-1'")]
    [InlineData("/me/tracks?market=Sweden", "'Sweden'")]
    [InlineData("/me/tracks?limit=5&limit=6", "2 times")]
    [InlineData("/me/player/recently-played?limit=51", "'51'")]
    [InlineData("/me/player/recently-played?after=1&before=2", "exclude each other")]
    [InlineData("/me/player/recently-played?after=2026-11-19", "'2026-11-19'")]
    [InlineData("/me/player/recently-played?offset=50", "'offset' is not listed")]
    [InlineData("/tracks/spotify:track:0aFakeTrack00000000001", "no Spotify id")]
    [InlineData("/tracks/tooshort", "no Spotify id")]
    [InlineData("/artists/0aFakeTrack00000000001?market=SE", "'market' is not listed")]
    [InlineData("/search?type=track&limit=5", "'q' is missing")]
    [InlineData("/search?q=a&limit=5", "'type' is missing")]
    [InlineData("/search?q=a&type=track&limit=51", "'51'")]
    [InlineData("/search?q=a&type=track&offset=1001", "'1001'")]
    [InlineData("/player", "'/player' is not listed")]
    public async Task Call_NotListed_IsRefusedByName(string pathAndQuery, string expected)
    {
        await using var bench = await SpotifyBench.StartAsync();

        var reply = await bench.CallAsync(pathAndQuery);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Contains(expected, reply.Body, StringComparison.Ordinal);
        Assert.Contains(expected, Assert.Single(bench.Spotify.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_WithAnotherHeaderOrMethod_IsRefused()
    {
        await using var bench = await SpotifyBench.StartAsync();
        using var http = new HttpClient();

        var header = await bench.CallAsync("/me", headers: ("X-Api-Key", "1"));
        using var deleted = await http.DeleteAsync(new Uri($"{bench.Spotify.ApiUrl}/me"), TestContext.Current.CancellationToken);
        using var outside = await http.GetAsync(new Uri(new Uri(bench.Spotify.ApiUrl), "/v1/me"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, header.Status);
        Assert.Equal(HttpStatusCode.BadRequest, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, outside.StatusCode);
        Assert.Equal(3, bench.Spotify.Violations.Count);
    }

    [Fact]
    public async Task Token_MissingUnknownOrExpired_IsTold401()
    {
        await using var bench = await SpotifyBench.StartAsync();
        using var http = new HttpClient();
        bench.App.AccessTokenLifetime = TimeSpan.FromSeconds(5);
        var token = bench.Spotify.GiveAccessToken(bench.Mara);

        Assert.Equal(HttpStatusCode.OK, (await bench.CallAsync("/me", token)).Status);
        bench.Time.Advance(TimeSpan.FromSeconds(5));
        var expired = await bench.CallAsync("/me", token);
        var unknown = await bench.CallAsync("/me", "BQDnone");
        var missing = await (await http.GetAsync(new Uri($"{bench.Spotify.ApiUrl}/me"), TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Unauthorized, """{"error":{"status":401,"message":"The access token expired"}}"""), (expired.Status, expired.Body));
        Assert.Equal("""{"error":{"status":401,"message":"Invalid access token"}}""", unknown.Body);
        Assert.Equal("""{"error":{"status":401,"message":"No token provided"}}""", missing);
        Assert.Empty(bench.Spotify.Violations);
    }

    [Fact]
    public async Task Scope_NotGranted_IsTold403()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var token = bench.Spotify.Tokens.IssueAccess(bench.Mara, [SpotifyScopes.Top]).Value;

        Assert.Equal(HttpStatusCode.OK, (await bench.CallAsync("/me/top/tracks", token)).Status);
        Assert.Equal("""{"error":{"status":403,"message":"Insufficient client scope"}}""", (await bench.CallAsync("/me/player/recently-played", token)).Body);
        Assert.Equal(HttpStatusCode.Forbidden, (await bench.CallAsync("/me/tracks", token)).Status);
    }

    [Fact]
    public async Task DevelopmentMode_WithoutPremiumOrAllowList_Tells403InPlainWords()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var otto = bench.World.AddUser("otto");
        otto.IsAllowListed = false;

        var stranger = await bench.CallAsync("/me", bench.Spotify.GiveAccessToken(otto));
        bench.App.OwnerHasPremium = false;
        var lapsed = await bench.CallAsync("/me");
        bench.App.Mode = SpotifyMode.Extended;

        Assert.Equal((HttpStatusCode.Forbidden, "User not registered in the Developer Dashboard"), (stranger.Status, stranger.Body));
        Assert.Equal(HttpStatusCode.Forbidden, lapsed.Status);
        Assert.StartsWith("Active premium subscription required for the owner of the app.", lapsed.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await bench.CallAsync("/me")).Status);
    }

    [Theory]
    [InlineData($"/tracks?ids={Unknown}", """{"error":{"status":403,"message":"Forbidden"}}""")]
    [InlineData($"/albums?ids={Unknown}", """{"error":{"status":403,"message":"Forbidden"}}""")]
    [InlineData($"/artists?ids={Unknown}", """{"error":{"status":403,"message":"Forbidden"}}""")]
    [InlineData($"/artists/{Unknown}/related-artists", """{"error":{"status":403,"message":"Forbidden"}}""")]
    [InlineData($"/artists/{Unknown}/top-tracks", """{"error":{"status":403,"message":"Forbidden"}}""")]
    [InlineData($"/audio-features?ids={Unknown}", """{"error":{"status":403}}""")]
    [InlineData($"/audio-features/{Unknown}", """{"error":{"status":403}}""")]
    [InlineData($"/audio-analysis/{Unknown}", """{"error":{"status":403}}""")]
    public async Task DevelopmentMode_RemovedEndpoint_IsForbiddenAsDocumented(string pathAndQuery, string expected)
    {
        await using var bench = await SpotifyBench.StartAsync();

        var reply = await bench.CallAsync(pathAndQuery);

        Assert.Equal((HttpStatusCode.Forbidden, expected), (reply.Status, reply.Body));
        Assert.Empty(bench.Spotify.Violations);
    }

    [Fact]
    public async Task Log_TellsEveryCall()
    {
        await using var bench = await SpotifyBench.StartAsync();
        await bench.GetAsync("/me/top/artists?limit=3");

        var line = Assert.Single(bench.Spotify.Log.All);

        Assert.Equal(new LoggedRequest("GET", "/spotify/v1/me/top/artists", "?limit=3", bench.Time.GetUtcNow(), "mara.l", 200), line);
        Assert.Equal([line], bench.Spotify.Log.To("/me/top/artists"));
    }
}
