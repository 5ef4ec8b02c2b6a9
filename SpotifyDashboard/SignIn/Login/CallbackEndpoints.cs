using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Tokens;

namespace SpotifyDashboard.SignIn.Login;

/// <summary>The way to Spotify and back in a browser.</summary>
/// <remarks>
/// Answered are <c>/callback</c>, the path of <c>Spotify:RedirectUri</c>, and the last part of that path: a proxy in front may take the
/// parts before it away.
/// </remarks>
internal static class CallbackEndpoints
{
    private const int LongestPaste = 32 * 1024;

    public static IEndpointRouteBuilder MapCallback(this IEndpointRouteBuilder endpoints)
    {
        var path = RedirectAddress.Of(endpoints.ServiceProvider.GetRequiredService<IOptions<SpotifyOptions>>().Value.RedirectUri).Path;
        string[] paths = ["/callback", path.TrimEnd('/'), $"/{path.TrimEnd('/').Split('/')[^1]}"];
        foreach (var one in paths.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            endpoints.MapGet(Uri.UnescapeDataString(one).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), ReturnAsync).ExcludeFromDescription().AllowAnonymous();
        }

        endpoints.MapGet("/connect/login", GoAsync).ExcludeFromDescription();
        endpoints.MapPost("/connect/paste", PasteAsync).ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(LongestPaste));
        return endpoints;
    }

    /// <summary>Begins a login and sends the browser to Spotify; <c>scope</c> is asked for besides what always is, <c>back</c> the page to come back to.</summary>
    private static async Task<RedirectHttpResult> GoAsync(
        string? scope, string? back, HttpContext context, SpotifyLogin login, SecretBox secrets, IOptions<SpotifyOptions> options, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (OtherNameOfThisPlace(context.Request, RedirectAddress.Of(options.Value.RedirectUri)) is { } other)
        {
            return TypedResults.Redirect($"{other}/connect/login{context.Request.QueryString}");
        }

        WayBack.Remember(context, back);
        var asked = scope == SpotifyAccounts.PlaylistScope ? scope : null;
        try
        {
            return TypedResults.Redirect((await login.BeginAsync(BrowserBinding.Give(context), cancellationToken, scope: asked)).Url.AbsoluteUri);
        }
        catch (LoginException exception)
        {
            return TypedResults.Redirect(LoginNotice.Of(exception).ToAddress(secrets));
        }
    }

    /// <summary>Where a login must begin to be finished: its cookie does not cross from <c>localhost</c> to <c>127.0.0.1</c>. Null where the browser is there.</summary>
    internal static string? OtherNameOfThisPlace(HttpRequest request, RedirectAddress redirect) =>
        redirect.IsLoopback && Uri.TryCreate(redirect.Origin, UriKind.Absolute, out var there)
        && there.Port == request.Host.Port && there.Scheme == request.Scheme && there.Authority != request.Host.Value
            ? redirect.Origin
            : null;

    private static Task<RedirectHttpResult> ReturnAsync(string? code, string? state, string? error, HttpContext context, SpotifyLogin login, SecretBox secrets) =>
        AnswerAsync(new PastedAddress(code, state, error), context, login, secrets);

    /// <summary>Takes the address that Spotify sent the browser to, where nothing answered there.</summary>
    /// <remarks>The form carries no antiforgery token: the state in the address, bound to this browser and good for one use, is one.</remarks>
    private static async Task<RedirectHttpResult> PasteAsync(HttpContext context, SpotifyLogin login, SecretBox secrets, CancellationToken cancellationToken)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
        return await AnswerAsync(PastedAddress.Read(form["address"].ToString()), context, login, secrets, "/connect");
    }

    private static async Task<RedirectHttpResult> AnswerAsync(PastedAddress came, HttpContext context, SpotifyLogin login, SecretBox secrets, string? next = null)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            return TypedResults.LocalRedirect(await CompleteAsync(came, context, login) is { } notice ? notice.ToAddress(secrets, PageFor(context)) : next ?? WayBack.Take(context));
        }
        catch (LoginException exception) when (exception.Failure == LoginFailure.Denied && WayBack.Find(context) is not null)
        {
            // Who said no to one thing more goes back to where it was offered; that page says so.
            return TypedResults.LocalRedirect(WayBack.Take(context));
        }
        catch (LoginException exception)
        {
            return TypedResults.LocalRedirect(LoginNotice.Of(exception).ToAddress(secrets, PageFor(context)));
        }
    }

    /// <summary>Who has not signed in does not see the connect page.</summary>
    private static string PageFor(HttpContext context) => CurrentVisitor.Of(context) is null ? LoginNotice.SignInPage : LoginNotice.ConnectPage;

    /// <summary>What to say; null where the listener is logged in.</summary>
    private static async Task<LoginNotice?> CompleteAsync(PastedAddress came, HttpContext context, SpotifyLogin login)
    {
        var (code, state, error) = came;
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
        await AuthEndpoints.OpenSessionAsync(context, listener, outcome.Account);
        return null;
    }
}
