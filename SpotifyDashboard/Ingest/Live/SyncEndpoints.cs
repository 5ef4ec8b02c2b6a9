using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Session;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Starts syncs.</summary>
internal static class SyncEndpoints
{
    public static IEndpointRouteBuilder MapSync(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/api/spotify/sync", StartAsync)
            .WithTags("Spotify")
            .WithSummary("Fetches what is new at Spotify as a job; one that is under way is joined.")
            .DisableAntiforgery()
            .WithQueryRules();
        return endpoints;
    }

    private static async Task<Results<Accepted<JobStarted>, ProblemHttpResult>> StartAsync(
        SyncStarter syncs, ListenerDirectory listeners, PollTurns turns, CancellationToken cancellationToken)
    {
        if (await listeners.FindCurrentAsync(cancellationToken) is not { } listener)
        {
            return NotConnected();
        }

        if (!listener.IsDemo && !(await turns.ConnectedAsync(cancellationToken)).Contains(listener.Id))
        {
            return NotConnected();
        }

        var id = await syncs.StartAsync(listener.Id, cancellationToken);
        return TypedResults.Accepted($"/api/jobs/{id}", new JobStarted(id));
    }

    private static ProblemHttpResult NotConnected() => TypedResults.Problem(
        "Spotify is not connected, or wants a new login: connect it first, then sync.", statusCode: StatusCodes.Status409Conflict);
}
