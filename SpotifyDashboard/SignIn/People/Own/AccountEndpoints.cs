using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.SignIn.People.Deletion;
using SpotifyDashboard.SignIn.People.Export;
using SpotifyDashboard.SignIn.Tokens;

namespace SpotifyDashboard.SignIn.People.Own;

/// <summary>One's own account over the API: what the page <c>/account</c> does.</summary>
internal static class AccountEndpoints
{
    public static IEndpointRouteBuilder MapAccount(this IEndpointRouteBuilder endpoints)
    {
        var account = endpoints.MapGroup("/api/account").WithTags("Account").WithQueryRules().WithAccountRules(ownersOnly: false);
        account.MapGet("", FindAsync).WithSummary("The account of whoever asks.").WithExample(AccountAnswer.Example);
        account.MapPatch("", RenameAsync).WithSummary("""Changes the name. Body: { "name": "Ben" }.""").WithExample(AccountAnswer.Example);
        account.MapPost("password", SetPasswordAsync)
            .WithSummary("Sets name and password to sign in with; every other session ends.")
            .WithDescription("""Body: { "current": the password until now, "loginName": "ben", "password": the new one }.""")
            .ProducesProblem(StatusCodes.Status409Conflict);
        account.MapPut("spotify-app", SaveAppAsync)
            .WithSummary("Uses a Spotify app of one's own, with its own five users and daily calls.")
            .WithDescription("""Body: { "clientId": "…", "clientSecret": "…" or null }. Afterwards log in to Spotify again.""");
        account.MapDelete("spotify-app", RemoveAppAsync).WithSummary("Goes back to the dashboard's Spotify app.");
        account.MapGet("export", Export)
            .WithSummary("Everything that is stored about you, as one archive (zip) of JSON with a README.")
            .Produces(StatusCodes.Status200OK, contentType: "application/zip");
        account.MapPost("deletion", DeleteAsync)
            .WithSummary("Deletes you for good. The answer names the receipt.")
            .WithDescription("""Body: { "name": your name as it stands in the account, "password": where you have one, "successor": the account that is to run the house, where you are its only owner }.""")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithExample(DeletionAnswer.Example);
        account.MapDoors().MapPasskeys();
        return endpoints;
    }

    private static async Task<Results<Ok<AccountAnswer>, NotFound>> FindAsync(HttpContext context, AccountDirectory accounts, SpotifyApps apps, CancellationToken cancellationToken) =>
        await accounts.FindAsync(AccountRules.VisitorOf(context).AccountId, cancellationToken) is { } found
            ? TypedResults.Ok(new AccountAnswer(
                found.Id,
                found.DisplayName,
                RoleWords.Of(found.Role),
                found.LoginName,
                found.HasPassword,
                found.CreatedAt,
                found.Role == VisitorRole.Guest ? null : (await apps.FindOwnAsync(found.ListenerId, cancellationToken))?.ClientId))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<AccountAnswer>, NotFound>> RenameAsync(JsonElement body, HttpContext context, AccountDirectory accounts, SpotifyApps apps, CancellationToken cancellationToken)
    {
        await accounts.RenameAsync(AccountRules.VisitorOf(context).AccountId, BodyText.Required(body, "name"), cancellationToken);
        return await FindAsync(context, accounts, apps, cancellationToken);
    }

    private static async Task<NoContent> SetPasswordAsync(JsonElement body, HttpContext context, AccountDirectory accounts, CancellationToken cancellationToken)
    {
        await accounts.SetPasswordAsync(
            AccountRules.VisitorOf(context).AccountId,
            BodyText.Optional(body, "current"),
            BodyText.Required(body, "loginName"),
            BodyText.Required(body, "password"),
            SessionPass.SessionOf(context.User),
            cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SaveAppAsync(JsonElement body, HttpContext context, OwnApp app, CancellationToken cancellationToken)
    {
        var refused = await app.SaveAsync(AccountRules.VisitorOf(context), BodyText.Required(body, "clientId"), BodyText.Optional(body, "clientSecret") ?? "", cancellationToken);
        return refused is null ? TypedResults.NoContent() : throw new RefusedParameterException("clientId", refused);
    }

    private static async Task<NoContent> RemoveAppAsync(HttpContext context, OwnApp app, CancellationToken cancellationToken)
    {
        await app.RemoveAsync(AccountRules.VisitorOf(context), cancellationToken);
        return TypedResults.NoContent();
    }

    private static PushStreamHttpResult Export(HttpContext context, PersonalExport export, CancellationToken cancellationToken)
    {
        var visitor = AccountRules.VisitorOf(context);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(
            stream => visitor.Role == VisitorRole.Guest
                ? export.WriteGuestAsync(visitor.AccountId, stream, cancellationToken)
                : export.WriteAsync(visitor.ListenerId, stream, cancellationToken),
            "application/zip",
            export.FileName);
    }

    private static async Task<Ok<DeletionAnswer>> DeleteAsync(JsonElement body, HttpContext context, OwnDeletion deletion, CancellationToken cancellationToken)
    {
        var wish = new OwnDeletionWish(BodyText.Optional(body, "name"), BodyText.Optional(body, "password"), BodyText.Number(body, "successor"));
        var number = await deletion.AskAsync(AccountRules.VisitorOf(context), SessionPass.SessionOf(context.User), wish, context.Connection.RemoteIpAddress, cancellationToken);
        return TypedResults.Ok(new DeletionAnswer(number, ReceiptEndpoints.PathOf(number)));
    }
}
