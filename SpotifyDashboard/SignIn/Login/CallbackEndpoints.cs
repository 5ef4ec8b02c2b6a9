using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.SignIn.Tokens;

namespace SpotifyDashboard.SignIn.Login;

/// <summary>The way to Spotify and back in a browser.</summary>
/// <remarks>
/// Answered are <c>/callback</c>, the path of <c>Spotify:RedirectUri</c>, and the last part of that path: a proxy in front may take the
/// parts before it away.
/// </remarks>
internal static class CallbackEndpoints
{
    public static IEndpointRouteBuilder MapCallback(this IEndpointRouteBuilder endpoints)
    {
        var path = RedirectAddress.Of(endpoints.ServiceProvider.GetRequiredService<IOptions<SpotifyOptions>>().Value.RedirectUri).Path;
        string[] paths = ["/callback", path.TrimEnd('/'), $"/{path.TrimEnd('/').Split('/')[^1]}"];
        foreach (var one in paths.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            endpoints.MapGet(Uri.UnescapeDataString(one).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), ReturnAsync).ExcludeFromDescription();
        }

        endpoints.MapGet("/connect/login", GoAsync).ExcludeFromDescription();
        return endpoints;
    }

    private static async Task<RedirectHttpResult> GoAsync(HttpContext context, SpotifyLogin login, SecretBox secrets, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            return TypedResults.Redirect((await login.BeginAsync(BrowserBinding.Give(context), cancellationToken)).Url.AbsoluteUri);
        }
        catch (LoginException exception)
        {
            return TypedResults.Redirect(LoginNotice.Of(exception).ToAddress(secrets));
        }
    }

    private static async Task<RedirectHttpResult> ReturnAsync(string? code, string? state, string? error, HttpContext context, SpotifyLogin login, SecretBox secrets)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            return TypedResults.LocalRedirect(await CompleteAsync(code, state, error, context, login) is { } notice ? notice.ToAddress(secrets) : "/");
        }
        catch (LoginException exception)
        {
            return TypedResults.LocalRedirect(LoginNotice.Of(exception).ToAddress(secrets));
        }
    }

    /// <summary>What to say; null where the listener is logged in.</summary>
    private static async Task<LoginNotice?> CompleteAsync(string? code, string? state, string? error, HttpContext context, SpotifyLogin login)
    {
        var browser = BrowserBinding.Find(context);
        if (state is not { Length: > 0 } || (code is not { Length: > 0 } && error is not { Length: > 0 }))
        {
            throw new LoginException(LoginFailure.UnknownState, "The address that came back from Spotify lacks its code or state.", "Log in again, or paste the whole address.");
        }

        if (error is { Length: > 0 } || code is null)
        {
            throw await login.RefuseAsync(error ?? "", state, browser, CancellationToken.None);
        }

        // Not cancelled with the request: the code is used up at once, and what comes for it must be stored.
        var outcome = await login.CompleteAsync(code, state, browser, CancellationToken.None);
        if (outcome.Listener is not { } listener)
        {
            return new LoginNotice("This login was begun in a terminal, which has the code now.", "Go on there; this page may be closed.", IsFailure: false);
        }

        BrowserBinding.Take(context);
        await AuthEndpoints.OpenSessionAsync(context, listener);
        return null;
    }
}
