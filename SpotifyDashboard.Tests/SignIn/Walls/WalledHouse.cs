using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.SignIn.Walls;

/// <summary>The program with accounts behind a proxy, asked as if by any address; shared by the tests of a class.</summary>
public sealed class WalledHouse : IAsyncDisposable
{
    /// <summary>An address that everybody may ask.</summary>
    public const string Probe = "/health/live";

    private readonly ApiHost _host = new()
    {
        Settings =
        {
            ["Access:Mode"] = "Accounts",
            ["Access:Hosts"] = "music.example.org, other.example.org",
            ["Access:KnownProxies"] = "10.0.0.0/8",
            ["Access:CorsOrigins"] = "https://page.example.net",
            ["Spotify:RedirectUri"] = "https://redirect.example.org/callback",
        },
    };

    /// <summary>Settings of the program, to be changed before it is first asked.</summary>
    public Dictionary<string, string> Settings => _host.Settings;

    public HttpClient CreateClient() => _host.CreateClient();

    /// <summary>Asks for <see cref="Probe"/>, unless <paramref name="change"/> says otherwise.</summary>
    public Task<HttpContext> SendAsync(Action<HttpRequest> change, string peer) => _host.Server.SendAsync(
        context =>
        {
            (context.Request.Method, context.Request.Scheme, context.Request.Host, context.Request.Path) = ("GET", "http", new HostString("localhost"), Probe);
            context.Connection.RemoteIpAddress = IPAddress.Parse(peer);
            change(context.Request);
        },
        TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
