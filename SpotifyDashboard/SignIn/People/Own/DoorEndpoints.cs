using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;

namespace SpotifyDashboard.SignIn.People.Own;

/// <summary>The ways into one's own account: sessions, personal access tokens, and invitations one has made.</summary>
internal static class DoorEndpoints
{
    public static IEndpointRouteBuilder MapDoors(this IEndpointRouteBuilder account)
    {
        account.MapGet("sessions", ListSessionsAsync).WithSummary("Where you are signed in, the last used first.").WithExample(SessionAnswer.Example);
        account.MapDelete("sessions", EndSessionsAsync).WithSummary("Ends all sessions but this one.");
        account.MapDelete("sessions/{id:int}", EndSessionAsync).WithSummary("Ends one session.");
        account.MapGet("tokens", ListTokensAsync).WithSummary("Your personal access tokens, newest first; the tokens themselves can't be shown again.").WithExample(TokenAnswer.Example);
        account.MapPost("tokens", CreateTokenAsync)
            .WithSummary("Makes a personal access token; its text stands in this answer and nowhere else.")
            .WithDescription("""Body: { "label": what it is for, "scope": "read" or "write", "days": 1 to 3650, or null: until it is revoked }.""");
        account.MapDelete("tokens/{id:int}", RevokeTokenAsync).WithSummary("Revokes a token at once.").ProducesProblem(StatusCodes.Status404NotFound);
        account.MapGet("invitations", ListInvitationsAsync).WithSummary("The invitations you have made; an owner sees all.").WithExample(InvitationAnswer.Example);
        account.MapPost("invitations", InviteAsync)
            .WithSummary("Invites somebody; the address stands in this answer and nowhere else.")
            .WithDescription("""Body: { "role": "guest" (who sees your dashboard and changes nothing), or for owners "listener" or "owner"; "days": 1 to 30, 7 by default; "note": whom it is for }.""");
        account.MapDelete("invitations/{id:int}", WithdrawAsync).WithSummary("Withdraws an invitation.").ProducesProblem(StatusCodes.Status404NotFound);
        return account;
    }

    private static async Task<Ok<IEnumerable<SessionAnswer>>> ListSessionsAsync(HttpContext context, SessionStore sessions, CancellationToken cancellationToken)
    {
        var own = SessionPass.SessionOf(context.User);
        return TypedResults.Ok((await sessions.ListAsync(AccountRules.VisitorOf(context).AccountId, cancellationToken))
            .Select(one => new SessionAnswer(one.Id, one.Label, one.Id == own, one.CreatedAt, one.LastSeenAt, one.ExpiresAt)));
    }

    private static async Task<NoContent> EndSessionsAsync(HttpContext context, SessionStore sessions, CancellationToken cancellationToken)
    {
        await sessions.EndAllAsync(AccountRules.VisitorOf(context).AccountId, SessionPass.SessionOf(context.User), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> EndSessionAsync(int id, HttpContext context, SessionStore sessions, CancellationToken cancellationToken)
    {
        await sessions.EndAsync(AccountRules.VisitorOf(context).AccountId, id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IEnumerable<TokenAnswer>>> ListTokensAsync(HttpContext context, PersonalTokens tokens, CancellationToken cancellationToken) =>
        TypedResults.Ok((await tokens.ListAsync(AccountRules.VisitorOf(context).AccountId, cancellationToken)).Select(static token => TokenAnswer.Of(token)));

    private static async Task<Ok<TokenAnswer>> CreateTokenAsync(JsonElement body, HttpContext context, PersonalTokens tokens, CancellationToken cancellationToken)
    {
        var scope = Asked.OneOf<TokenScope>("scope", BodyText.Optional(body, "scope")) ?? TokenScope.Read;
        var days = BodyText.Number(body, "days") is { } told ? Math.Clamp(told, 1, PersonalTokens.MostDays) : (int?)null;
        var made = await tokens.CreateAsync(AccountRules.VisitorOf(context), BodyText.Required(body, "label"), scope, days, cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(TokenAnswer.Of(made.Token, made.Secret));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeTokenAsync(int id, HttpContext context, PersonalTokens tokens, CancellationToken cancellationToken) =>
        await tokens.RevokeAsync(AccountRules.VisitorOf(context).AccountId, id, cancellationToken) ? TypedResults.NoContent() : NoSuch("token");

    private static async Task<Ok<IEnumerable<InvitationAnswer>>> ListInvitationsAsync(HttpContext context, Invitations invitations, CancellationToken cancellationToken) =>
        TypedResults.Ok((await invitations.ListAsync(AccountRules.VisitorOf(context), cancellationToken)).Select(static one => InvitationAnswer.Of(one)));

    private static async Task<Ok<InvitationAnswer>> InviteAsync(JsonElement body, HttpContext context, Invitations invitations, CancellationToken cancellationToken)
    {
        var role = Asked.OneOf<VisitorRole>("role", BodyText.Optional(body, "role")) ?? VisitorRole.Guest;
        var days = Math.Clamp(BodyText.Number(body, "days") ?? InvitationForm.UsualDays, 1, Invitations.MostDays);
        var made = await invitations.CreateAsync(AccountRules.VisitorOf(context), role, days, BodyText.Optional(body, "note"), cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(InvitationAnswer.Of(made.Invitation, made.Path));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> WithdrawAsync(int id, HttpContext context, Invitations invitations, CancellationToken cancellationToken) =>
        await invitations.RevokeAsync(AccountRules.VisitorOf(context), id, cancellationToken) ? TypedResults.NoContent() : NoSuch("invitation");

    private static ProblemHttpResult NoSuch(string what) => TypedResults.Problem($"You have no such {what}.", statusCode: StatusCodes.Status404NotFound);
}
