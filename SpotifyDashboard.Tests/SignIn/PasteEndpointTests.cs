using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.SignIn;

/// <summary>The form behind "paste the address you were sent to", asked by a bare client with a browser's cookies.</summary>
public sealed class PasteEndpointTests : IAsyncLifetime
{
    private ConnectHost? _connect;

    private ConnectHost Connect => _connect ?? throw new InvalidOperationException("The host has not started.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _connect = await ConnectHost.StartAsync(static builder => builder.UseSetting("Spotify:ClientId", new SpotifyApp().ClientId));
        _connect.Host.Start();
    }

    public async ValueTask DisposeAsync()
    {
        if (_connect is not null)
        {
            await _connect.DisposeAsync();
        }
    }

    [Fact]
    public async Task Paste_OnlyTheQuery_ConnectsAndOpensASession()
    {
        using var browser = Browser();
        var address = await AllowAsync(browser);

        using var answer = await PasteAsync(browser, address[address.IndexOf('?', StringComparison.Ordinal)..]);

        Assert.Equal((HttpStatusCode.Redirect, "/connect"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("spotify_dashboard=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Paste_TheSameAddressTwice_IsRefusedTheSecondTime()
    {
        using var browser = Browser();
        var address = await AllowAsync(browser);
        (await PasteAsync(browser, address)).Dispose();

        using var answer = await PasteAsync(browser, address);

        Assert.Contains("has been used already", NoticeOf(answer)?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paste_InABrowserThatDidNotBegin_IsRefusedAndUsesNothingUp()
    {
        using var browser = Browser();
        var address = await AllowAsync(browser);
        using var other = Browser();

        using var refused = await PasteAsync(other, address);
        using var own = await PasteAsync(browser, address);

        Assert.Contains("another browser", NoticeOf(refused)?.Message, StringComparison.Ordinal);
        Assert.Equal("/connect", own.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("http://127.0.0.1:5080/callback?code=only")]
    public async Task Paste_WithoutCodeOrState_SaysWhatIsMissing(string text)
    {
        using var browser = Browser();

        using var answer = await PasteAsync(browser, text);

        Assert.Contains("lacks its code or state", NoticeOf(answer)?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paste_FromAForeignPage_IsRefused()
    {
        using var browser = Browser();
        var address = await AllowAsync(browser);
        browser.DefaultRequestHeaders.Add("Origin", "http://evil.example");

        using var answer = await PasteAsync(browser, address);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Callback_OfALoginBegunOverTheApi_LeadsToTheFirstPage()
    {
        using var browser = Browser();
        using var url = await browser.GetAsync(new Uri($"{Connect.Address}/api/auth/url"), Cancellation);
        using var json = System.Text.Json.JsonDocument.Parse(await url.Content.ReadAsStringAsync(Cancellation));

        using var consent = await browser.GetAsync(new Uri(json.RootElement.GetProperty("url").GetString() ?? ""), Cancellation);
        using var answer = await browser.GetAsync(consent.Headers.Location, Cancellation);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public void Notice_ThatAForeignLinkCarries_IsNotShown()
    {
        var secrets = Connect.Host.Services.GetRequiredService<SecretBox>();

        Assert.Null(LoginNotice.Read("Send your password to evil.example", secrets));
        Assert.Null(LoginNotice.Read(secrets.Seal("no notice"), secrets));
    }

    private static HttpClient Browser() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

    /// <summary>Begins a login on the connect page and allows it at Spotify.</summary>
    /// <returns>The address that Spotify sends the browser to.</returns>
    private async Task<string> AllowAsync(HttpClient browser)
    {
        using var begun = await browser.GetAsync(new Uri($"{Connect.Address}/connect/login"), Cancellation);
        using var allowed = await browser.GetAsync(begun.Headers.Location, Cancellation);
        return allowed.Headers.Location?.OriginalString ?? "";
    }

    private async Task<HttpResponseMessage> PasteAsync(HttpClient browser, string address)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("address", address)]);
        return await browser.PostAsync(new Uri($"{Connect.Address}/connect/paste"), form, Cancellation);
    }

    private LoginNotice? NoticeOf(HttpResponseMessage answer)
    {
        var address = new Uri(new Uri(Connect.Address), answer.Headers.Location ?? new Uri("/", UriKind.Relative));
        return LoginNotice.Read(QueryHelpers.ParseQuery(address.Query)["notice"], Connect.Host.Services.GetRequiredService<SecretBox>());
    }
}
