namespace SpotifyDashboard.SignIn.Login;

/// <summary>Remembers in the browser on which page a login was begun, which then shows what came of it.</summary>
internal static class WayBack
{
    private const string CookieName = "spotify_login_from";
    private const string ConnectPage = "/connect";

    /// <summary>What a cookie can carry with all else that stands in one.</summary>
    private const int LongestAddress = 2000;

    /// <summary>The login begins on the connect page, or on the page <paramref name="back"/>.</summary>
    /// <param name="context">The request.</param>
    /// <param name="back">An address of the dashboard; any other is passed over.</param>
    public static void Remember(HttpContext context, string? back) => context.Response.Cookies.Append(CookieName, back is not null && IsOwn(back) ? back : ConnectPage, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax, // not Strict: the way back from Spotify is a link from another site
        Secure = context.Request.IsHttps,
        MaxAge = LoginAttempts.Patience,
        IsEssential = true,
    });

    /// <summary>The page the browser came from where that is neither the connect page nor unknown, else null.</summary>
    public static string? Find(HttpContext context) =>
        context.Request.Cookies[CookieName] is { } page && IsOwn(page) && page != ConnectPage ? page : null;

    /// <summary>Where the browser goes after a login: back to the page it came from.</summary>
    public static string Take(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is not { } page)
        {
            return "/";
        }

        context.Response.Cookies.Delete(CookieName);
        return IsOwn(page) ? page : ConnectPage;
    }

    /// <summary>An address of the dashboard as it is, any other as its first page.</summary>
    public static string OwnOrHome(string? page) => page is not null && IsOwn(page) ? page : "/";

    /// <summary>Whether it is a page of the dashboard: a path, and no way to another host.</summary>
    private static bool IsOwn(string page) =>
        page.Length is > 0 and <= LongestAddress && page[0] == '/' && (page.Length == 1 || page[1] is not ('/' or '\\')) && !page.Any(char.IsControl);
}
