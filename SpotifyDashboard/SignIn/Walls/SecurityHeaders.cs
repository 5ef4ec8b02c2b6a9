using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Sharing;

namespace SpotifyDashboard.SignIn.Walls;

/// <summary>What every answer tells the browser it may do with it. An answer that brings a header of its own (a letter's page) keeps it.</summary>
internal sealed class SecurityHeaders
{
    /// <summary>Where Spotify keeps covers and the pictures of its users.</summary>
    private const string Pictures = "'self' data: blob: https://*.scdn.co https://*.spotifycdn.com https://*.fbsbx.com";

    private const string Plain = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static readonly string[] s_data = ["/api", "/health", "/openapi"];

    private readonly string _common;

    public SecurityHeaders(IOptions<SpotifyOptions> spotify)
    {
        // A form may end at Spotify's consent page: browsers hold redirects against this list too.
        var consent = Uri.TryCreate(spotify.Value.AccountsUrl, UriKind.Absolute, out var accounts) ? $" {accounts.GetLeftPart(UriPartial.Authority)}" : "";
        _common = $"default-src 'self'; style-src-attr 'unsafe-inline'; img-src {Pictures}; connect-src 'self'; frame-src 'none'; worker-src 'none'; "
            + $"object-src 'none'; base-uri 'self'; form-action 'self'{consent}; frame-ancestors 'none'";
    }

    /// <summary>Adds them as the answer begins, so that one made anew after a failure has them too.</summary>
    public void AddTo(HttpContext context) => context.Response.OnStarting(
        static state =>
        {
            var (headers, context) = ((SecurityHeaders, HttpContext))state;
            headers.Add(context);
            return Task.CompletedTask;
        },
        (this, context));

    private void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        var isForVisitors = PageAccess.IsOpen(context.Request.Path);
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Referrer-Policy", isForVisitors ? "no-referrer" : "same-origin");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy", headers.AccessControlAllowOrigin.Count > 0 ? "cross-origin" : "same-origin");
        headers.TryAdd("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
        headers.TryAdd("X-Frame-Options", "DENY");
        if (context.Request.IsHttps && !System.Net.IPAddress.TryParse(context.Request.Host.Host, out _))
        {
            headers.TryAdd("Strict-Transport-Security", "max-age=31536000");
        }

        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = PolicyOf(context, isForVisitors);
        }
    }

    /// <summary>Pages for visitors are kept and sent to many, so nothing in them may be used once: they have no scripts or styles within.</summary>
    private string PolicyOf(HttpContext context, bool isForVisitors)
    {
        if (Array.Exists(s_data, root => context.Request.Path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase)))
        {
            return Plain;
        }

        var nonce = isForVisitors ? "" : $" 'nonce-{PageNonce.Of(context)}'";
        return $"{_common}; script-src 'self'{nonce}; style-src 'self'{nonce}";
    }
}
