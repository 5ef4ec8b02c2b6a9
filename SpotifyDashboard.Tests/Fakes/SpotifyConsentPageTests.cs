using System.Net;
using Microsoft.AspNetCore.WebUtilities;

namespace SpotifyDashboard.Tests.Fakes;

public sealed class SpotifyConsentPageTests
{
    [Fact]
    public async Task Authorize_Right_RedirectsWithCodeAndState()
    {
        await using var bench = await SpotifyBench.StartAsync();

        var (status, location, _) = await bench.AuthorizeAsync(bench.Authorization());

        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.StartsWith(SpotifyBench.Callback + "?code=AQC", location, StringComparison.Ordinal);
        Assert.EndsWith($"&state={SpotifyBench.State}", location, StringComparison.Ordinal);
        Assert.Empty(bench.Spotify.Violations);
    }

    [Fact]
    public async Task Authorize_UserSaysNo_RedirectsWithAccessDenied()
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.App.IsDenied = true;

        var (_, location, _) = await bench.AuthorizeAsync(bench.Authorization());

        Assert.Equal($"{SpotifyBench.Callback}?error=access_denied&state={SpotifyBench.State}", location);
    }

    [Theory]
    [InlineData("http://localhost:5080/callback", "Insecure redirect URI")]
    [InlineData("http://192.168.1.7:5080/callback", "Insecure redirect URI")]
    [InlineData("http://my-nas.lan/callback", "Insecure redirect URI")]
    [InlineData("http://127.0.0.1:5080/callback/", "Invalid redirect URI")]
    [InlineData("http://[::1]:5080/callback", "Invalid redirect URI")]
    [InlineData("https://dashboard.example.org/callback", "Invalid redirect URI")]
    [InlineData("callback", "Invalid redirect URI")]
    public async Task Authorize_OtherRedirectAddress_ShowsAPageInsteadOfRedirecting(string redirectUri, string expected)
    {
        await using var bench = await SpotifyBench.StartAsync();
        var parameters = bench.Authorization();
        parameters["redirect_uri"] = redirectUri;

        var (status, location, body) = await bench.AuthorizeAsync(parameters);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Null(location);
        Assert.Contains($"INVALID_CLIENT: {expected}", body, StringComparison.Ordinal);
        Assert.Contains("<html>", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080/callback", "http://127.0.0.1:5080/callback", HttpStatusCode.Redirect)]
    [InlineData("http://127.0.0.1:5080/callback", "http://127.0.0.1:5081/callback", HttpStatusCode.BadRequest)]
    [InlineData("http://127.0.0.1/callback", "http://127.0.0.1:5081/callback", HttpStatusCode.Redirect)]
    [InlineData("http://[::1]/callback", "http://[::1]:5081/callback", HttpStatusCode.Redirect)]
    [InlineData("https://dashboard.example.org/callback", "https://dashboard.example.org/callback", HttpStatusCode.Redirect)]
    [InlineData("https://dashboard.example.org/callback", "https://dashboard.example.org:8443/callback", HttpStatusCode.BadRequest)]
    public async Task Authorize_PortMayDiffer_OnlyOnLoopbackRegisteredWithoutOne(string registered, string asked, HttpStatusCode expected)
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.App.RedirectUris = [registered];
        var parameters = bench.Authorization();
        parameters["redirect_uri"] = asked;

        var (status, _, _) = await bench.AuthorizeAsync(parameters);

        Assert.Equal(expected, status);
    }

    [Theory]
    [InlineData("client_id", "ffffffffffffffffffffffffffffffff", "INVALID_CLIENT: Invalid client")]
    [InlineData("response_type", "token", "response_type")]
    [InlineData("state", "short", "128 bits")]
    [InlineData("state", null, "'state' is missing")]
    [InlineData("code_challenge_method", "plain", "S256")]
    [InlineData("code_challenge", "tooshort", "code_challenge")]
    [InlineData("code_challenge", null, "'code_challenge' is missing")]
    [InlineData("scope", "user-read-recently-played offline_access", "Scope 'offline_access'")]
    [InlineData("show_dialog", "yes", "show_dialog")]
    [InlineData("nonce", "1", "'nonce' is not listed")]
    public async Task Authorize_OneThingWrong_IsRefusedByName(string parameter, string? value, string expected)
    {
        await using var bench = await SpotifyBench.StartAsync();
        var parameters = bench.Authorization();
        parameters[parameter] = value;
        if (value is null)
        {
            parameters.Remove(parameter);
        }

        var (status, _, body) = await bench.AuthorizeAsync(parameters);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(expected, WebUtility.HtmlDecode(body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authorize_AnotherUserAtTheBrowser_GivesTheirCode()
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.App.UserAtBrowser = bench.World.AddUser("otto");

        var (_, location, _) = await bench.AuthorizeAsync(bench.Authorization());

        Assert.NotEmpty(QueryHelpers.ParseQuery(new Uri(location ?? "").Query)["code"].ToString());
        Assert.Equal("otto", Assert.Single(bench.Spotify.Log.All).Listener);
    }
}
