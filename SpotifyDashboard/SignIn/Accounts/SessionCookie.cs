using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using SpotifyDashboard.SignIn.Walls;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>The cookie of a signed-in browser. It holds the token of a session and nothing else; whose that is, and whether it still holds, the database says.</summary>
internal sealed partial class SessionCookie(SessionStore sessions, ILogger<SessionCookie> logger)
{
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    private const string TokenClaim = "session-token";

    /// <summary>Signs somebody in: always with a session of its own, so that a cookie planted before is worth nothing after. What the browser had ends.</summary>
    public async Task SignInAsync(HttpContext context, Account account)
    {
        await EndAsync(context);
        var token = await sessions.OpenAsync(account.Id, BrowserName.Of(context.Request.Headers.UserAgent), CancellationToken.None);
        var identity = new ClaimsIdentity([new Claim(TokenClaim, token)], Scheme);
        var properties = new AuthenticationProperties { IsPersistent = true, AllowRefresh = false };
        await context.SignInAsync(Scheme, new ClaimsPrincipal(identity), properties);
    }

    /// <summary>Ends the browser's session, in the database too, and takes the cookie back.</summary>
    public async Task SignOutAsync(HttpContext context)
    {
        await EndAsync(context);
        await context.SignOutAsync(Scheme);
    }

    /// <summary>Takes the place of what the cookie says by what the database says, at every request.</summary>
    public static Task ValidateAsync(CookieValidatePrincipalContext validation) =>
        validation.HttpContext.RequestServices.GetRequiredService<SessionCookie>().ReplaceAsync(validation);

    private async Task ReplaceAsync(CookieValidatePrincipalContext validation)
    {
        if (validation.Principal?.FindFirstValue(TokenClaim) is { } token && await sessions.FindAsync(token, validation.HttpContext.RequestAborted) is { } pass)
        {
            validation.ReplacePrincipal(pass.ToPrincipal(Scheme));
            return;
        }

        LogOver(ClientAddress.Of(validation.HttpContext));
        validation.RejectPrincipal();
    }

    private async Task EndAsync(HttpContext context)
    {
        if (CurrentOf(context) is ({ } account, { } session))
        {
            await sessions.EndAsync(account, session, CancellationToken.None);
        }
    }

    private static (int? Account, int? Session) CurrentOf(HttpContext context) =>
        (Session.Visitor.Of(context.User)?.AccountId, SessionPass.SessionOf(context.User));

    [LoggerMessage(LogLevel.Information, "{Address} showed the cookie of a session that is over")]
    private partial void LogOver(string address);
}
