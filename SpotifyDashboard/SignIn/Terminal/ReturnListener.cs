using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using SpotifyDashboard.SignIn.Login;

namespace SpotifyDashboard.SignIn.Terminal;

/// <summary>Answers at the redirect address while no dashboard does: one plain page that says what came of the login.</summary>
internal sealed class ReturnListener : IAsyncDisposable
{
    private readonly WebApplication _server;

    private ReturnListener(WebApplication server) => _server = server;

    /// <summary>Begins to listen; null where something else does already, or where the port may not be used.</summary>
    /// <param name="address">A loopback address.</param>
    /// <param name="take">Takes what came back and says what to tell the browser.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<ReturnListener?> TryStartAsync(RedirectAddress address, Func<PastedAddress, Task<string>> take, CancellationToken cancellationToken)
    {
        var origin = new Uri(address.Origin);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, origin));
        var server = builder.Build();
        server.Map(address.Path, (HttpContext context) => AnswerAsync(context, take));
        try
        {
            await server.StartAsync(cancellationToken);
            return new ReturnListener(server);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            await server.DisposeAsync();
            return null;
        }
    }

    /// <summary>Stops listening, once the page under way is sent.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
    }

    private static void Listen(KestrelServerOptions kestrel, Uri origin) =>
        kestrel.Listen(origin.HostNameType == UriHostNameType.IPv6 ? IPAddress.IPv6Loopback : IPAddress.Loopback, origin.Port);

    private static async Task AnswerAsync(HttpContext context, Func<PastedAddress, Task<string>> take)
    {
        var query = context.Request.Query;
        var words = await take(new PastedAddress(query["code"], query["state"], query["error"]));
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
        await context.Response.WriteAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Spotify Dashboard</title></head><body><p>{HtmlEncoder.Default.Encode(words)}</p></body></html>"""));
    }
}
