using Microsoft.AspNetCore.Mvc;
using SpotifyDashboard.SignIn.Tokens;

namespace SpotifyDashboard.SignIn.Accounts.Passkeys;

/// <summary>Signing in with a passkey: the browser asks what to sign, and the form of the sign-in page brings it.</summary>
internal static class PasskeySignInEndpoints
{
    /// <summary>The most a browser may send of a passkey, in bytes.</summary>
    public const int LongestCredential = 64 * 1024;

    private const string RefusedWords = "That passkey opens nothing here.";
    private const string RefusedHint = "Try again, or sign in with your name and password.";

    public static IEndpointRouteBuilder MapPasskeySignIn(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/sign-in/passkey/options", BeginAsync).ExcludeFromDescription();
        endpoints.MapPost("/sign-in/passkey", EnterAsync).ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(LongestCredential));
        return endpoints;
    }

    private static async Task<IResult> BeginAsync(HttpContext context, PasskeyDoor door)
    {
        context.Response.Headers.CacheControl = "no-store";
        return PasskeyPlace.Allows(context.Request)
            ? TypedResults.Text(await door.BeginEnteringAsync(context), "application/json")
            : TypedResults.Problem(PasskeyPlace.Words, statusCode: StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> EnterAsync(HttpContext context, PasskeyDoor door, SessionCookie cookie, SpotifyApps apps, CancellationToken cancellationToken)
    {
        var sent = await DoorReply.ReadAsync(context);
        var form = await SignInEndpoints.FormAsync(context, sent?["back"], apps, cancellationToken);
        if (sent is null || !form.OffersPasskeys)
        {
            return DoorReply.Page<SignInPage>(context, form with { Refusal = sent is null ? DoorReply.StaleWords : PasskeyPlace.Words }, StatusCodes.Status400BadRequest);
        }

        var answer = await door.EnterAsync(context, sent["credential"].ToString(), cancellationToken);
        if (answer.Account is { } account)
        {
            await cookie.SignInAsync(context, account);
            return TypedResults.LocalRedirect(form.Back);
        }

        return answer.WaitUntil is { } until
            ? DoorReply.Wait<SignInPage>(context, form, until)
            : DoorReply.Page<SignInPage>(context, form with { Refusal = RefusedWords, Hint = RefusedHint }, StatusCodes.Status401Unauthorized);
    }
}
