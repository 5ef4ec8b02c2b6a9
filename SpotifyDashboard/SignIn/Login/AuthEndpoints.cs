using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Login;

/// <summary>Logging in and out over the API.</summary>
internal static class AuthEndpoints
{
    private const string UrlExample =
        """
        { "url": "https://accounts.spotify.com/authorize?client_id=…&response_type=code&redirect_uri=…&scope=…&state=…&code_challenge_method=S256&code_challenge=…", "state": "…" }
        """;

    public static IEndpointRouteBuilder MapAuth(this IEndpointRouteBuilder endpoints)
    {
        var auth = endpoints.MapGroup("/api/auth").WithTags("Login").WithQueryRules();
        auth.MapGet("url", BeginAsync)
            .WithSummary("Begins a login to Spotify: where to send the browser, and the cookie that binds the login to it.")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithExample(UrlExample);
        auth.MapPost("login", LogInAsync)
            .WithSummary("Completes a login with the code and state that came back to the redirect address.")
            .WithDescription("""Body: { "code", "state" }, from the browser that asked for the url; once, and within ten minutes.""")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithExample(UserAnswer.Example);
        auth.MapPost("logout", LogOutAsync)
            .WithSummary("Forgets the Spotify tokens; history and listener stay.")
            .WithDescription("Where there are accounts it ends the session of this browser instead; what is collected from Spotify goes on. Disconnecting Spotify is done on the page /settings.");
        return endpoints;
    }

    /// <summary>Opens a session for whoever logged in: where accounts are on, for the account that came with it, unless they are signed in already.</summary>
    public static Task OpenSessionAsync(HttpContext context, ListenerProfile listener, Account? account)
    {
        if (context.RequestServices.GetRequiredService<ListenerScope>().NeedsVisitor)
        {
            return account is null ? Task.CompletedTask : context.RequestServices.GetRequiredService<SessionCookie>().SignInAsync(context, account);
        }

        var claim = new Claim(ClaimTypes.NameIdentifier, listener.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var identity = new ClaimsIdentity([claim], CookieAuthenticationDefaults.AuthenticationScheme);
        return context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
    }

    private static async Task<Results<Ok<UrlAnswer>, ProblemHttpResult>> BeginAsync(HttpContext context, SpotifyLogin login, CancellationToken cancellationToken)
    {
        try
        {
            context.Response.Headers.CacheControl = "no-store";
            var begun = await login.BeginAsync(BrowserBinding.Give(context), cancellationToken);
            return TypedResults.Ok(new UrlAnswer(begun.Url.AbsoluteUri, begun.State));
        }
        catch (LoginException exception)
        {
            return Problem(context, exception);
        }
    }

    private static async Task<Results<Ok<UserAnswer>, ProblemHttpResult>> LogInAsync(JsonElement body, HttpContext context, SpotifyLogin login)
    {
        var (code, state) = ReadBody(body);
        try
        {
            // Not cancelled with the request: the code is used up at once, and what comes for it must be stored.
            var outcome = await login.CompleteAsync(code, state, BrowserBinding.Find(context), CancellationToken.None);
            if (outcome.Listener is not { } listener)
            {
                throw new LoginException(LoginFailure.UnknownState, "This login was begun by the command, which has the code now.", "Go on in the terminal.");
            }

            BrowserBinding.Take(context);
            await OpenSessionAsync(context, listener, outcome.Account);
            return TypedResults.Ok(UserAnswer.Of(listener));
        }
        catch (LoginException exception)
        {
            return Problem(context, exception);
        }
    }

    private static async Task<NoContent> LogOutAsync(HttpContext context, AccountLink link, ListenerScope scope, SessionCookie cookie, CancellationToken cancellationToken)
    {
        if (scope.NeedsVisitor)
        {
            await cookie.SignOutAsync(context);
            return TypedResults.NoContent();
        }

        await link.ForgetAsync(cancellationToken);
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return TypedResults.NoContent();
    }

    private static (string Code, string State) ReadBody(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new RefusedParameterException("body", "Send a JSON object with code and state.");
        }

        if (body.EnumerateObject().Select(property => property.Name).FirstOrDefault(name => name is not ("code" or "state")) is { } unknown)
        {
            throw new RefusedParameterException(unknown, $"'{unknown}' is unknown; send code and state.");
        }

        return (Text(body, "code"), Text(body, "state"));
    }

    private static string Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw new RefusedParameterException(name, $"'{name}' is a text: what stood behind {name}= in the address that Spotify sent the browser to.");

    private static ProblemHttpResult Problem(HttpContext context, LoginException exception)
    {
        if (exception.RetryAt is { } retryAt)
        {
            context.Response.Headers.RetryAfter = retryAt.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        }

        var status = exception.Failure switch
        {
            LoginFailure.NotConfigured or LoginFailure.OtherAccount => StatusCodes.Status409Conflict,
            LoginFailure.Refused => StatusCodes.Status403Forbidden,
            LoginFailure.Unavailable => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status400BadRequest,
        };
        return TypedResults.Problem(exception.Hint is null ? exception.Message : $"{exception.Message} {exception.Hint}", statusCode: status, title: "The login came to nothing.");
    }
}
