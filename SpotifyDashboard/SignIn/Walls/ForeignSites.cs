namespace SpotifyDashboard.SignIn.Walls;

/// <summary>Keeps the scripts and forms of other sites out: any page open in the same browser can send requests here, with this site's cookies.</summary>
/// <remarks>
/// The browser's own word counts where it gives one (<c>Sec-Fetch-Site</c>), else the <c>Origin</c>, which no script can forge either. What sends
/// neither is no browser, and carries no cookie of a visitor.
/// </remarks>
internal static class ForeignSites
{
    /// <summary>Whether another site's page sent this, and it is not just a link that somebody followed to a page.</summary>
    public static bool Sent(HttpRequest request)
    {
        if (request.Headers.Origin.Count > 0 && !IsOwnOrigin(request))
        {
            return true;
        }

        return request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none") && !IsLinkToAPage(request);
    }

    /// <summary>A browser behind a proxy that is not known sees <c>https</c> where this program sees <c>http</c>; it says itself that the site is the same.</summary>
    private static bool IsOwnOrigin(HttpRequest request) =>
        string.Equals(request.Headers.Origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
        || (request.Headers["Sec-Fetch-Site"] == "same-origin" && string.Equals(request.Headers.Origin, $"https://{request.Host}", StringComparison.OrdinalIgnoreCase));

    /// <summary>A link on another site may open a page in a tab of its own (Spotify's login comes back that way), never the API and never a frame.</summary>
    private static bool IsLinkToAPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers["Sec-Fetch-Mode"] == "navigate"
        && (request.Headers["Sec-Fetch-Dest"].ToString() is "" or "document")
        && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase);
}
