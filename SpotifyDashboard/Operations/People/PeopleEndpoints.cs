using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Caching;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.SignIn.People;
using SpotifyDashboard.SignIn.People.Deletion;
using SpotifyDashboard.SignIn.People.Export;
using SpotifyDashboard.SignIn.People.Own;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Operations.People;

/// <summary>The accounts of others over the API, for owners: what the page <c>/people</c> does.</summary>
internal static class PeopleEndpoints
{
    public static IEndpointRouteBuilder MapPeople(this IEndpointRouteBuilder endpoints)
    {
        if (!endpoints.ServiceProvider.GetRequiredService<ListenerScope>().NeedsVisitor)
        {
            return endpoints;
        }

        var people = endpoints.MapGroup("/api/people").WithTags("People").WithQueryRules().WithAccountRules(ownersOnly: true);
        people.MapGet("", ListAsync).WithSummary("Everybody with an account, the oldest first.").WithExample(PersonAnswer.Example);
        people.MapPatch("{id:int}", ChangeAsync)
            .WithSummary("Changes what somebody may do, or closes their account and opens it again.")
            .WithDescription("""Body: { "role": "listener" or "owner", "closed": true or false }, each optional. A change ends their sessions.""")
            .ProducesProblem(StatusCodes.Status409Conflict);
        people.MapDelete("{id:int}/sessions", SignOutAsync).WithSummary("Signs somebody out everywhere.");
        people.MapPost("{id:int}/enrichment", EnrichAsync).WithSummary("Asks the outside anew for what somebody's tracks lack.").WithExample("""{ "asked": 120 }""");
        people.MapGet("{id:int}/export", ExportAsync)
            .WithSummary("Everything that is stored about somebody, as one archive (zip) of JSON.")
            .Produces(StatusCodes.Status200OK, contentType: "application/zip");
        people.MapPost("{id:int}/deletion", DeleteAsync)
            .WithSummary("Deletes somebody for good. The answer names the receipt.")
            .WithDescription("""Body: { "name": their name as it stands in the account }.""")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithExample(DeletionAnswer.Example);
        people.MapGet("receipts", ReceiptsAsync).WithSummary("The receipts of all deletions, newest first; none says whose it was.").WithExample(ReceiptAnswer.Example);
        people.MapGet("admission", AdmissionAsync).WithSummary("Whether invitations are taken.").WithExample("""{ "open": true }""");
        people.MapPut("admission", AdmitAsync).WithSummary("""Opens or closes the door for new accounts. Body: { "open": false }.""").WithExample("""{ "open": false }""");
        people.MapGet("caches", CachesAsync).WithSummary("What is kept in memory, and how often that helped.").WithExample(CachesAnswer.Example);
        people.MapDelete("caches", EmptyAsync).WithSummary("Empties the caches; nothing that is yours is deleted.");
        return endpoints;
    }

    private static async Task<Ok<IEnumerable<PersonAnswer>>> ListAsync(PeopleReader people, CancellationToken cancellationToken) =>
        TypedResults.Ok((await people.ListAsync(cancellationToken)).Select(PersonAnswer.Of));

    private static async Task<NoContent> ChangeAsync(int id, JsonElement body, PeopleService people, CancellationToken cancellationToken)
    {
        if (Asked.OneOf<VisitorRole>("role", BodyText.Optional(body, "role")) is { } role)
        {
            await people.ChangeRoleAsync(id, role, cancellationToken);
        }

        if (BodyText.Flag(body, "closed") is { } closed)
        {
            await people.SetClosedAsync(id, closed, cancellationToken);
        }

        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SignOutAsync(int id, PeopleService people, CancellationToken cancellationToken)
    {
        await people.SignOutAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<AskedAgain>> EnrichAsync(int id, PeopleService people, CancellationToken cancellationToken) =>
        TypedResults.Ok(new AskedAgain(await people.EnrichAsync(id, cancellationToken)));

    private static async Task<PushStreamHttpResult> ExportAsync(int id, HttpContext context, PeopleService people, PersonalExport export, CancellationToken cancellationToken)
    {
        await people.FindAsync(id, cancellationToken); // a refusal is an answer only before the archive begins
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(stream => people.ExportAsync(id, stream, cancellationToken), "application/zip", export.FileName);
    }

    private static async Task<Ok<DeletionAnswer>> DeleteAsync(int id, JsonElement body, PeopleService people, CancellationToken cancellationToken)
    {
        var number = await people.DeleteAsync(id, BodyText.Optional(body, "name"), cancellationToken);
        return TypedResults.Ok(new DeletionAnswer(number, ReceiptEndpoints.PathOf(number)));
    }

    private static async Task<Ok<IEnumerable<ReceiptAnswer>>> ReceiptsAsync(ListenerDeletion deletion, CancellationToken cancellationToken) =>
        TypedResults.Ok((await deletion.ListAsync(cancellationToken)).Select(static row => new ReceiptAnswer(row.Number, row.AskedAt, row.ErasedAt, row.DoneAt, row.Checksum)));

    private static async Task<Ok<AdmissionAnswer>> AdmissionAsync(Admission admission, CancellationToken cancellationToken) =>
        TypedResults.Ok(new AdmissionAnswer(await admission.IsOpenAsync(cancellationToken)));

    private static async Task<Ok<AdmissionAnswer>> AdmitAsync(JsonElement body, Admission admission, CancellationToken cancellationToken)
    {
        await admission.SetAsync(BodyText.Flag(body, "open") ?? throw new RefusedParameterException("open", "'open' is missing; send true or false."), cancellationToken);
        return await AdmissionAsync(admission, cancellationToken);
    }

    private static async Task<Ok<CachesAnswer>> CachesAsync(ProviderCache cache, ListeningLogs logs, CancellationToken cancellationToken)
    {
        var figures = await cache.CountAsync(cancellationToken);
        return TypedResults.Ok(new CachesAnswer(logs.Describe(), figures.InMemory, figures.Capacity, figures.Stored, figures.Hits, figures.Misses, figures.HitRate));
    }

    private static async Task<NoContent> EmptyAsync(ProviderCache cache, ListeningLogs logs, CancellationToken cancellationToken)
    {
        await cache.ForgetAsync("", cancellationToken);
        logs.Empty();
        return TypedResults.NoContent();
    }
}
