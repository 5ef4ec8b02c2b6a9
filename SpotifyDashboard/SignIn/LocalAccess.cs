using System.Net;

namespace SpotifyDashboard.SignIn;

/// <summary>The access rules of <c>Local</c> mode: there is no login, so only this machine, and only pages of the dashboard itself, are served.</summary>
/// <remarks>
/// The host name is checked because a foreign page can point its own name at this machine (DNS rebinding); forwarded headers, because
/// behind a proxy everyone looks local; <c>Origin</c> and <c>Sec-Fetch-Site</c>, because any page open in the same browser can send requests here.
/// </remarks>
internal static class LocalAccess
{
    private static readonly string[] s_hosts = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Says in one sentence why <paramref name="context"/>'s request is refused, or null where it is served.</summary>
    public static string? WhyRefused(HttpContext context)
    {
        var request = context.Request;
        if (context.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote))
        {
            return "The dashboard answers only on the machine it runs on while Access:Mode is Local.";
        }

        if (!s_hosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            return "Open the dashboard as localhost, 127.0.0.1 or [::1] while Access:Mode is Local.";
        }

        if (request.Headers.Keys.Any(IsForwarding))
        {
            return "The dashboard can't stand behind a proxy while Access:Mode is Local.";
        }

        if (request.Headers.Origin.Count > 0 && !IsOwn(request))
        {
            return "Requests from other sites are refused.";
        }

        return IsOwnOrTyped(request) || IsLinkToAPage(request) ? null : "Requests from other sites are refused.";
    }

    private static bool IsForwarding(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || string.Equals(header, "Forwarded", StringComparison.OrdinalIgnoreCase)
        || string.Equals(header, "X-Real-IP", StringComparison.OrdinalIgnoreCase);

    private static bool IsOwn(HttpRequest request) =>
        string.Equals(request.Headers.Origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    private static bool IsOwnOrTyped(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";

    /// <summary>A link on another site may open a page in a tab of its own (Spotify's login comes back that way), never the API and never a frame.</summary>
    private static bool IsLinkToAPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers["Sec-Fetch-Mode"] == "navigate"
        && (request.Headers["Sec-Fetch-Dest"].ToString() is "" or "document")
        && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase);
}
