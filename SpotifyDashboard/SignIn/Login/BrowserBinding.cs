namespace SpotifyDashboard.SignIn.Login;

/// <summary>The cookie that binds a login to the browser that began it: a stolen state alone completes nothing.</summary>
internal static class BrowserBinding
{
    private const string CookieName = "spotify_login";

    /// <summary>What this browser holds, or null.</summary>
    public static string? Find(HttpContext context) => context.Request.Cookies[CookieName];

    /// <summary>Gives the browser a value, or keeps the one it has: two tabs may begin a login each.</summary>
    public static string Give(HttpContext context)
    {
        var value = Find(context) is { } held && held.Length == LoginSecrets.Length ? held : LoginSecrets.Create();
        context.Response.Cookies.Append(CookieName, value, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax, // not Strict: the way back from Spotify is a link from another site
            Secure = context.Request.IsHttps,
            MaxAge = LoginAttempts.Patience,
            Path = "/",
            IsEssential = true,
        });
        return value;
    }

    /// <summary>Takes it back after a login.</summary>
    public static void Take(HttpContext context) => context.Response.Cookies.Delete(CookieName, new CookieOptions { Path = "/" });
}
