using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.SignIn;

/// <summary>Asking for one scope more than the dashboard always needs, and coming back.</summary>
public sealed class ConsentToMoreTests
{
    private const string Page = "/moods?k=5&view=2d";

    private static readonly HttpClient s_spotify = new(new HttpClientHandler { AllowAutoRedirect = false });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Consent_ToPlaylists_KeepsWhatWasGrantedComesBackAndIsKeptByLaterLogins()
    {
        await using var host = await AuthHost.StartAsync();
        using var browser = host.Browser();
        Assert.DoesNotContain(SpotifyAccounts.PlaylistScope, await ScopesAskedAsync(browser, "/connect/login"));
        await FollowAsync(browser, "/connect/login");
        var consent = host.Host.Services.GetRequiredService<SpotifyConsent>();
        var listener = (await host.Host.Services.GetRequiredService<ListenerDirectory>().FindCurrentAsync(Cancellation))?.Id ?? 0;
        Assert.False(await consent.HasAsync(listener, SpotifyAccounts.PlaylistScope, Cancellation));

        var asked = await ScopesAskedAsync(browser, SpotifyConsent.AddressFor(SpotifyAccounts.PlaylistScope, Page));
        var landed = await FollowAsync(browser, SpotifyConsent.AddressFor(SpotifyAccounts.PlaylistScope, Page));

        Assert.Equal([.. SpotifyAccounts.Scopes.Split(' '), SpotifyAccounts.PlaylistScope], asked);
        Assert.Equal(Page, landed);
        Assert.True(await consent.HasAsync(listener, SpotifyAccounts.PlaylistScope, Cancellation));
        Assert.Contains(SpotifyAccounts.PlaylistScope, await ScopesAskedAsync(browser, "/connect/login"));
    }

    [Fact]
    public async Task Consent_Denied_GoesBackToThePageAndChangesNothing()
    {
        await using var host = await AuthHost.StartAsync();
        using var browser = host.Browser();
        await FollowAsync(browser, "/connect/login");
        host.Spotify.App.IsDenied = true;

        var landed = await FollowAsync(browser, SpotifyConsent.AddressFor(SpotifyAccounts.PlaylistScope, Page));

        Assert.Equal(Page, landed);
        Assert.Equal(ConnectionState.Connected, (await host.Host.Services.GetRequiredService<SpotifyConnection>().ReadAsync(Cancellation)).State);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task WayBack_ToAnotherHost_IsPassedOver(string back)
    {
        await using var host = await AuthHost.StartAsync();
        using var browser = host.Browser();

        Assert.Equal("/connect", await FollowAsync(browser, SpotifyConsent.AddressFor(SpotifyAccounts.PlaylistScope, back)));
    }

    private static async Task<string[]> ScopesAskedAsync(HttpClient browser, string address) =>
        QueryHelpers.ParseQuery(new Uri(await LocationAsync(browser, address)).Query)["scope"].ToString().Split(' ');

    /// <summary>Goes to Spotify and comes back.</summary>
    /// <returns>Where the browser ends.</returns>
    private static async Task<string> FollowAsync(HttpClient browser, string address)
    {
        var back = new Uri(await LocationAsync(s_spotify, await LocationAsync(browser, address)));
        return await LocationAsync(browser, back.PathAndQuery);
    }

    private static async Task<string> LocationAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), Cancellation);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        return response.Headers.Location?.OriginalString ?? "";
    }
}
