using Microsoft.Net.Http.Headers;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Answers whoever asks for something without having signed in.</summary>
internal static class Gate
{
    private static readonly PathString[] s_programs = ["/api", "/openapi", "/_blazor"];

    /// <summary>Sends a browser that opens a page to sign in and come back; tells all others.</summary>
    public static Task RefuseAsync(HttpContext context)
    {
        var request = context.Request;
        context.Response.Headers.CacheControl = "no-store";
        if (OpenAddresses.IsErrorPage(request.Path))
        {
            return context.Response.WriteAsync("Something went wrong. What is stored is safe; try again.", context.RequestAborted);
        }

        var isPage = HttpMethods.IsGet(request.Method) && !Array.Exists(s_programs, path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
        if (isPage)
        {
            return TypedResults.LocalRedirect(SignInAddress(request)).ExecuteAsync(context);
        }

        context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return TypedResults.Problem(
            BearerScheme.IsMeant(request) ? "The access token is unknown, over or revoked." : "Sign in at /sign-in, or send a personal access token (Authorization: Bearer …).",
            statusCode: StatusCodes.Status401Unauthorized,
            title: "This needs an account.").ExecuteAsync(context);
    }

    /// <summary>Whether a token that only reads wants to change something.</summary>
    public static bool IsBeyondToken(HttpContext context) =>
        BearerScheme.IsReadOnly(context.User) && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);

    /// <summary>Tells so.</summary>
    public static Task RefuseTokenAsync(HttpContext context) => TypedResults.Problem(
        "This access token only reads. Make one that may change things, on the page /account.",
        statusCode: StatusCodes.Status403Forbidden,
        title: "This needs another token.").ExecuteAsync(context);

    private static string SignInAddress(HttpRequest request) =>
        request.Path.Value is "/" or "" && !request.QueryString.HasValue ? "/sign-in" : $"/sign-in?back={Uri.EscapeDataString(request.Path + request.QueryString)}";
}
