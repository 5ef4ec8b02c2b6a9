using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Session;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Export;

/// <summary>The whole history as a download.</summary>
internal static class ExportEndpoints
{
    public static IEndpointRouteBuilder MapExport(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/export", ExportAsync)
            .WithTags("History")
            .WithSummary("The whole history in the form of Spotify's extended streaming history; importing it makes the same history again.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .WithQueryRules();
        return endpoints;
    }

    private static async Task<PushStreamHttpResult> ExportAsync(HistoryExport export, ListenerDirectory listeners, TimeProvider time, CancellationToken cancellationToken)
    {
        var listener = await listeners.FindCurrentAsync(cancellationToken);
        return TypedResults.Stream(
            stream => export.WriteAsync(listener?.Id ?? 0, stream, cancellationToken),
            "application/json",
            $"Streaming_History_Audio_{time.GetUtcNow():yyyy-MM-dd}.json");
    }
}
