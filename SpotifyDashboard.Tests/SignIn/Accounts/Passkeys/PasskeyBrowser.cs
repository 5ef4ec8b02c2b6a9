using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpotifyDashboard.Tests.SignIn.Accounts.Passkeys;

/// <summary>A browser at <c>localhost</c>, where passkeys can be had without a certificate, with a device of its own.</summary>
internal sealed class PasskeyBrowser : IDisposable
{
    private const string ChallengeCookie = "spotify_passkey";

    private readonly CookieContainer _cookies = new();

    public PasskeyBrowser(AccountsHost house)
    {
        Address = new UriBuilder(house.Address) { Host = "localhost" }.Uri;
        Device.Origin = Address.GetLeftPart(UriPartial.Authority);
        Client = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public SoftAuthenticator Device { get; } = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What the browser keeps of the challenge.</summary>
    public string? Challenge
    {
        get => _cookies.GetCookies(Address)[ChallengeCookie]?.Value;
        set => _cookies.Add(Address, new Cookie(ChallengeCookie, value));
    }

    /// <summary>Signs in with a name and everybody's password.</summary>
    public async Task<PasskeyBrowser> SignInAsync(SignedIn who)
    {
        using var answer = await AccountsHost.SendFormAsync(Client, "/sign-in", new() { ["name"] = who.LoginName, ["password"] = AccountsHost.Password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return this;
    }

    public async Task SignOutAsync()
    {
        using var answer = await AccountsHost.SendFormAsync(Client, "/sign-out", new());
        Assert.Equal("/sign-in", answer.Headers.Location?.OriginalString);
    }

    /// <summary>What the dashboard asks to make a passkey with.</summary>
    public Task<JsonElement> BeginMakingAsync() => AskAsync("/api/account/passkeys/options");

    /// <summary>What the dashboard asks to sign.</summary>
    public Task<JsonElement> BeginEnteringAsync() => AskAsync("/sign-in/passkey/options");

    public Task<HttpResponseMessage> MakeAsync(JsonObject credential, string? name = null) =>
        Client.PostAsJsonAsync("/api/account/passkeys", new JsonObject { ["name"] = name, ["credential"] = credential }, Cancellation);

    /// <summary>Makes a passkey on this device, the whole way.</summary>
    public async Task MakeAsync(string? name = null)
    {
        using var made = await MakeAsync(Device.Make(await BeginMakingAsync()), name);
        Assert.True(made.StatusCode == HttpStatusCode.OK, await made.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>Signs in with this device, the whole way.</summary>
    public async Task<HttpStatusCode> EnterAsync() => await SendAsync(Device.Sign(await BeginEnteringAsync()));

    /// <summary>Sends a signed challenge by the form of the sign-in page.</summary>
    public async Task<HttpStatusCode> SendAsync(string credential, string back = "/")
    {
        using var answer = await AccountsHost.SendFormAsync(Client, "/sign-in", new() { ["credential"] = credential, ["back"] = back }, to: "/sign-in/passkey");
        return answer.StatusCode;
    }

    /// <summary>What <c>/api/account</c> answers.</summary>
    public async Task<HttpStatusCode> StatusAsync()
    {
        using var answer = await Client.GetAsync(new Uri("/api/account", UriKind.Relative), Cancellation);
        return answer.StatusCode;
    }

    public void Dispose()
    {
        Client.Dispose();
        Device.Dispose();
    }

    private async Task<JsonElement> AskAsync(string path)
    {
        using var answer = await Client.PostAsync(new Uri(path, UriKind.Relative), content: null, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
