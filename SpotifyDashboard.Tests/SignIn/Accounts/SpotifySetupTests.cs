using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.SignIn.Accounts;

/// <summary>The first account, made with Spotify, over HTTP.</summary>
public sealed class SpotifySetupTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Setup_WithSpotify_WantsTheCodeFirstAndMakesTheOwner()
    {
        await using var spotify = await FakeSpotify.StartAsync(new SpotifyWorld(), TimeProvider.System, Cancellation);
        spotify.World.AddUser("mara.l", "Mara Lindqvist");
        await using var house = AccountsHost.StartEmpty(builder => builder
            .UseSetting("Spotify:ClientId", spotify.App.ClientId)
            .UseSetting("Spotify:AccountsUrl", spotify.AccountsUrl)
            .UseSetting("Spotify:ApiUrl", spotify.ApiUrl));
        using var browser = house.Anonymous();
        using var anywhere = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        using var guessed = await SendAsync(browser, "a guess");
        Assert.Equal(HttpStatusCode.BadRequest, guessed.StatusCode);
        Assert.Empty(spotify.Log.To("/authorize"));

        using var sent = await SendAsync(browser, await house.Get<SetupCode>().ReadAsync(Cancellation));
        using var consent = await anywhere.GetAsync(sent.Headers.Location, Cancellation);
        using var back = await browser.GetAsync(new Uri("/callback" + consent.Headers.Location?.Query, UriKind.Relative), Cancellation);

        Assert.Equal("/", back.Headers.Location?.OriginalString);
        var account = await browser.GetFromJsonAsync<JsonElement>("/api/account", Cancellation);
        Assert.Equal(("Mara Lindqvist", "owner"), (account.GetProperty("name").GetString(), account.GetProperty("role").GetString()));
        Assert.Single(spotify.Log.To("/authorize"));
        using var over = await SendAsync(browser, "whatever", page: "/sign-out");
        Assert.Equal(HttpStatusCode.BadRequest, over.StatusCode);
    }

    [Fact]
    public async Task Setup_WithoutASpotifyApp_OffersNoWayThroughSpotify()
    {
        await using var house = AccountsHost.StartEmpty();
        using var browser = house.Anonymous();

        Assert.DoesNotContain("Set up with Spotify", await browser.GetStringAsync(new Uri("/setup", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser, string code, string page = "/setup") =>
        AccountsHost.SendFormAsync(browser, page, new() { ["code"] = code }, to: "/setup/spotify");
}
