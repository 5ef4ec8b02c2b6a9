using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Session;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Edits;

/// <summary>Takes plays out of the history over HTTP and puts them back.</summary>
internal static class EditEndpoints
{
    public static IEndpointRouteBuilder MapEdits(this IEndpointRouteBuilder endpoints)
    {
        var history = endpoints.MapGroup("/api/history").WithTags("History").WithQueryRules().DisableAntiforgery();
        history.MapDelete("{id:long}", RemoveAsync).WithSummary("Takes a play out of the history; it can be restored.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        history.MapPost("{id:long}/restore", RestoreAsync).WithSummary("Puts a removed play back.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        history.MapGet("removed", RemovedAsync).WithSummary("The plays that were taken out, the latest removal first.");
        return endpoints;
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        long id, HistoryEdits edits, ListenerDirectory listeners, CancellationToken cancellationToken) =>
        Answer(await edits.RemoveAsync(await OwnAsync(listeners, cancellationToken), id, cancellationToken), id);

    private static async Task<Results<NoContent, ProblemHttpResult>> RestoreAsync(
        long id, HistoryEdits edits, ListenerDirectory listeners, CancellationToken cancellationToken) =>
        Answer(await edits.RestoreAsync(await OwnAsync(listeners, cancellationToken), id, cancellationToken), id);

    private static async Task<Ok<IReadOnlyList<RemovedPlay>>> RemovedAsync(HistoryEdits edits, ListenerDirectory listeners, CancellationToken cancellationToken) =>
        TypedResults.Ok(await edits.ListRemovedAsync(await OwnAsync(listeners, cancellationToken), cancellationToken));

    /// <summary>Whose dashboard it is; 0, whom nothing belongs to, where there is nobody.</summary>
    private static async Task<int> OwnAsync(ListenerDirectory listeners, CancellationToken cancellationToken) =>
        (await listeners.FindCurrentAsync(cancellationToken))?.Id ?? 0;

    private static Results<NoContent, ProblemHttpResult> Answer(EditOutcome outcome, long id) => outcome switch
    {
        EditOutcome.Done => TypedResults.NoContent(),
        EditOutcome.IsDemo => TypedResults.Problem(
            "These are the demo's plays: invented, and the same for everybody who looks. Import your own history to change it.",
            statusCode: StatusCodes.Status409Conflict),
        _ => TypedResults.Problem($"There is no play {id} in your history.", statusCode: StatusCodes.Status404NotFound),
    };
}
