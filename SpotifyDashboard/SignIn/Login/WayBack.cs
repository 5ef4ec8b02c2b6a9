namespace SpotifyDashboard.SignIn.Login;

/// <summary>Remembers in the browser that a login was begun on the connect page, which then shows what came of it.</summary>
internal static class WayBack
{
    private const string CookieName = "spotify_login_from";
    private const string ConnectPage = "/connect";

    /// <summary>The login begins on the connect page.</summary>
    public static void Remember(HttpContext context) => context.Response.Cookies.Append(CookieName, "connect", new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax, // not Strict: the way back from Spotify is a link from another site
        Secure = context.Request.IsHttps,
        MaxAge = LoginAttempts.Patience,
        IsEssential = true,
    });

    /// <summary>Where the browser goes after a login: back to the connect page, if it came from there.</summary>
    public static string Take(HttpContext context)
    {
        if (!context.Request.Cookies.ContainsKey(CookieName))
        {
            return "/";
        }

        context.Response.Cookies.Delete(CookieName);
        return ConnectPage;
    }
}
