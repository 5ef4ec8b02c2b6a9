using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.SignIn;

/// <summary>The whole program beside a fake Spotify with one user, asked over HTTP by browsers that keep their cookies.</summary>
internal sealed class AuthHost : IAsyncDisposable
{
    private static readonly Uri s_address = new("http://127.0.0.1:5080");

    private AuthHost(FakeSpotify spotify, string redirectUri)
    {
        Spotify = spotify;
        Mara = spotify.World.AddUser("mara.l", "Mara Lindqvist");
        Host = new DashboardHost(builder => builder
            .UseSetting("Demo:Enabled", "false")
            .UseSetting("Spotify:AccountsUrl", spotify.AccountsUrl)
            .UseSetting("Spotify:ApiUrl", spotify.ApiUrl)
            .UseSetting("Spotify:ClientId", spotify.App.ClientId)
            .UseSetting("Spotify:RedirectUri", redirectUri)
            .ConfigureLogging(logging => logging.AddProvider(Log)));
    }

    public FakeSpotify Spotify { get; }

    public WorldUser Mara { get; }

    public DashboardHost Host { get; }

    public KeptLog Log { get; } = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<AuthHost> StartAsync(string redirectUri = "http://127.0.0.1:5080/callback") =>
        new(await FakeSpotify.StartAsync(new SpotifyWorld(), TimeProvider.System, Cancellation), redirectUri);

    public HttpClient Browser() => Host.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = s_address, AllowAutoRedirect = false });

    /// <summary>What comes back from Spotify for a login that this browser begins.</summary>
    public async Task<PastedAddress> ConsentAsync(HttpClient browser)
    {
        using var answer = System.Text.Json.JsonDocument.Parse(await browser.GetStringAsync(new Uri("/api/auth/url", UriKind.Relative), Cancellation));
        return await LoginBench.ConsentAsync(new LoginBegun(new Uri(answer.RootElement.GetProperty("url").GetString() ?? ""), ""));
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Assert.Empty(Spotify.Violations);
        await Spotify.DisposeAsync();
    }
}
