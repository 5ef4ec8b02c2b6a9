using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>Share links over the API: made, listed, withdrawn.</summary>
internal static class ShareEndpoints
{
    public static IEndpointRouteBuilder MapShares(this IEndpointRouteBuilder endpoints)
    {
        var shares = endpoints.MapGroup("/api/shares").WithTags("Share links").WithQueryRules();
        shares.MapGet("", ListAsync).WithSummary("The share links, newest first; their addresses can't be shown again.").WithExample(ShareAnswer.ListExample);
        shares.MapPost("", CreateAsync)
            .WithSummary("Makes a link by which whoever has it sees one page with its choices, and nothing else.")
            .WithDescription($$"""Body: { "page": "/top20?range=6m", "/recap/2026", "/recap/2026/3" or "/stats?from=…&to=…"; "showsName": false by default; "days": 1 to {{ShareLinks.MostDays}}, {{ShareLinks.UsualDays}} by default }.""")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithExample(ShareAnswer.Example);
        shares.MapDelete("{id:int}", RevokeAsync).WithSummary("Withdraws a link at once.").ProducesProblem(StatusCodes.Status404NotFound);
        return endpoints;
    }

    private static async Task<Ok<IReadOnlyList<ShareLink>>> ListAsync(PageAccess access, ShareLinks links, CancellationToken cancellationToken) =>
        TypedResults.Ok(await access.FindSelfAsync(cancellationToken) is { } self ? await links.ListAsync(self.Id, cancellationToken) : []);

    private static async Task<Results<Ok<ShareAnswer>, ProblemHttpResult>> CreateAsync(JsonElement body, HttpContext context, PageAccess access, ShareLinks links, CancellationToken cancellationToken)
    {
        var wish = ShareWish.Of(body);
        if (await access.FindSelfAsync(cancellationToken) is not { } self)
        {
            return TypedResults.Problem(
                "Import your Spotify export on the page /import (or POST it to /api/import) or connect Spotify; then there is something to share.",
                statusCode: StatusCodes.Status404NotFound,
                title: "There is no listener yet.");
        }

        var share = await links.CreateAsync(self.Id, wish.Page, wish.ShowsName, wish.Days, cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new ShareAnswer(new Uri($"{context.Request.Scheme}://{context.Request.Host}{share.Path}"), share.Link));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(int id, PageAccess access, ShareLinks links, CancellationToken cancellationToken) =>
        await access.FindSelfAsync(cancellationToken) is { } self && await links.RevokeAsync(self.Id, id, cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.Problem($"There is no share link {id}; GET /api/shares lists them.", statusCode: StatusCodes.Status404NotFound);
}
