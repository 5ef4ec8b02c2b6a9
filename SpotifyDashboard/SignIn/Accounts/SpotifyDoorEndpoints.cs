using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.SignIn.Tokens;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Where signing in and joining with Spotify begin; the way back is the callback's.</summary>
internal static class SpotifyDoorEndpoints
{
    public static IEndpointRouteBuilder MapSpotifyDoors(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sign-in/spotify", EnterAsync).ExcludeFromDescription();
        endpoints.MapGet("/join/{code}/spotify", JoinAsync).ExcludeFromDescription();
        return endpoints;
    }

    private static Task<RedirectHttpResult> EnterAsync(string? back, HttpContext context, SpotifyLogin login, SecretBox secrets, CancellationToken cancellationToken) =>
        GoAsync(context, login, secrets, LoginPurpose.Enter, WayBack.OwnOrHome(back), cancellationToken);

    private static async Task<RedirectHttpResult> JoinAsync(
        string code, HttpContext context, JoinForms forms, SpotifyLogin login, SecretBox secrets, CancellationToken cancellationToken)
    {
        var form = await forms.FindAsync(code, context, cancellationToken);
        return form.SpotifyAddress is null
            ? TypedResults.LocalRedirect($"/join/{Uri.EscapeDataString(code)}")
            : await GoAsync(context, login, secrets, LoginPurpose.Join(code), "/", cancellationToken);
    }

    private static async Task<RedirectHttpResult> GoAsync(
        HttpContext context, SpotifyLogin login, SecretBox secrets, LoginPurpose purpose, string back, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        WayBack.Remember(context, back);
        try
        {
            return TypedResults.Redirect((await login.BeginAsync(BrowserBinding.Give(context), cancellationToken, purpose: purpose)).Url.AbsoluteUri);
        }
        catch (LoginException exception)
        {
            return TypedResults.LocalRedirect(LoginNotice.Of(exception).ToAddress(secrets, LoginNotice.SignInPage));
        }
    }
}
