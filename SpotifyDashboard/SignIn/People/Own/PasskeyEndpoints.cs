using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.SignIn.Accounts.Passkeys;

namespace SpotifyDashboard.SignIn.People.Own;

/// <summary>The passkeys of one's own account.</summary>
internal static class PasskeyEndpoints
{
    public static IEndpointRouteBuilder MapPasskeys(this IEndpointRouteBuilder account)
    {
        account.MapGet("passkeys", ListAsync).WithSummary("Your passkeys, newest first.").WithExample(PasskeyAnswer.Example);
        account.MapPost("passkeys/options", BeginAsync)
            .WithSummary("Begins to make a passkey: what the browser is to make it with, and the cookie that binds it to this browser for five minutes.")
            .Produces<JsonElement>()
            .ProducesProblem(StatusCodes.Status409Conflict);
        account.MapPost("passkeys", MakeAsync)
            .WithSummary("Takes the passkey that the browser made.")
            .WithDescription("""Body: { "name": what you call it, or null: as the browser calls itself, "credential": what navigator.credentials.create gave, as its toJSON writes it }.""")
            .WithMetadata(new RequestSizeLimitAttribute(PasskeySignInEndpoints.LongestCredential))
            .ProducesProblem(StatusCodes.Status409Conflict);
        account.MapDelete("passkeys/{id:int}", RemoveAsync).WithSummary("Removes a passkey: nobody signs in with it any more.").ProducesProblem(StatusCodes.Status404NotFound);
        return account;
    }

    private static async Task<Ok<IEnumerable<PasskeyAnswer>>> ListAsync(HttpContext context, PasskeyStore passkeys, CancellationToken cancellationToken) =>
        TypedResults.Ok((await passkeys.ListAsync(AccountRules.VisitorOf(context).AccountId, cancellationToken)).Select(PasskeyAnswer.Of));

    private static async Task<ContentHttpResult> BeginAsync(HttpContext context, PasskeyDoor door, AccountDirectory accounts, CancellationToken cancellationToken)
    {
        RefuseElsewhere(context);
        var visitor = AccountRules.VisitorOf(context);
        context.Response.Headers.CacheControl = "no-store";
        var loginName = (await accounts.FindAsync(visitor.AccountId, cancellationToken))?.LoginName ?? visitor.Name;
        return TypedResults.Text(await door.BeginMakingAsync(context, visitor, loginName), "application/json");
    }

    private static async Task<Ok<PasskeyAnswer>> MakeAsync(JsonElement body, HttpContext context, PasskeyDoor door, CancellationToken cancellationToken)
    {
        RefuseElsewhere(context);
        var name = BodyText.Optional(body, "name") ?? "";
        var credential = BodyText.Object(body, "credential").GetRawText();
        return TypedResults.Ok(PasskeyAnswer.Of(await door.MakeAsync(context, AccountRules.VisitorOf(context), name, credential, cancellationToken)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(int id, HttpContext context, PasskeyStore passkeys, CancellationToken cancellationToken) =>
        await passkeys.RemoveAsync(AccountRules.VisitorOf(context).AccountId, id, cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.Problem("You have no such passkey.", statusCode: StatusCodes.Status404NotFound);

    private static void RefuseElsewhere(HttpContext context)
    {
        if (!PasskeyPlace.Allows(context.Request))
        {
            throw new AccountRefusedException(PasskeyPlace.Words);
        }
    }
}
