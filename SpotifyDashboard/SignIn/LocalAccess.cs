using System.Net;
using SpotifyDashboard.SignIn.Walls;

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

        return ForeignSites.Sent(request) ? "Requests from other sites are refused." : null;
    }

    private static bool IsForwarding(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || string.Equals(header, "Forwarded", StringComparison.OrdinalIgnoreCase)
        || string.Equals(header, "X-Real-IP", StringComparison.OrdinalIgnoreCase);
}
