using System.Globalization;
using SpotifyDashboard.SignIn.Tokens;

namespace SpotifyDashboard.SignIn.Accounts.Passkeys;

/// <summary>Keeps what a browser was asked to sign, sealed, in a cookie of that browser: no row is written for whoever only asks, and every process on the database can read it.</summary>
internal sealed class PasskeyChallenges(SecretBox secrets, TimeProvider time)
{
    /// <summary>How long a challenge is good, as the framework tells the browser.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private const string CookieName = "spotify_passkey";
    private const char Separator = '\n';

    /// <summary>Gives the browser a challenge.</summary>
    /// <param name="context">The request that asked for it.</param>
    /// <param name="purpose">What it is good for; it opens nothing else.</param>
    /// <param name="state">The framework's account of it.</param>
    public void Give(HttpContext context, string purpose, string state)
    {
        var issued = time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        context.Response.Cookies.Append(CookieName, secrets.Seal(string.Join(Separator, purpose, issued, state)), Options(context, Patience));
    }

    /// <summary>Takes it back; null where there is none for this purpose, or it is over.</summary>
    public PasskeyChallenge? Take(HttpContext context, string purpose)
    {
        if (context.Request.Cookies[CookieName] is not { } held)
        {
            return null;
        }

        context.Response.Cookies.Delete(CookieName, Options(context, age: null));
        return secrets.Open(held)?.Split(Separator, 3) is [var kind, var told, var state]
            && kind == purpose
            && long.TryParse(told, CultureInfo.InvariantCulture, out var milliseconds)
            && DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) is var issued
            && time.GetUtcNow() - issued <= Patience
                ? new PasskeyChallenge(state, issued)
                : null;
    }

    private static CookieOptions Options(HttpContext context, TimeSpan? age) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        MaxAge = age,
        Path = "/",
        IsEssential = true,
    };
}
