using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.Operations;

/// <summary>For probes of containers and people: is it alive, can it serve?</summary>
internal static class HealthEndpoints
{
    private const string Example =
        """
        { "status": "healthy", "timestamp": "2026-03-01T20:44:09.000Z", "version": "0.1.0", "services": {
          "database": { "status": "healthy", "detail": "Answers." }, "spotify_api": { "status": "healthy", "detail": "Not signed in: plays come from imports." },
          "google_sheets": { "status": "healthy", "detail": "No sheet is set." }, "cache": { "status": "healthy", "detail": "1 listening log, 4 MB." },
          "ingestion": { "status": "healthy", "detail": "The last import succeeded." } } }
        """;

    /// <summary>Adds what finds out.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services) => services.AddSingleton<HealthService>();

    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var health = endpoints.MapGroup("/health").WithTags("Health").WithQueryRules();
        health.MapGet("live", static (HealthService service) => TypedResults.Ok(service.Alive())).WithSummary("Whether the program runs.");
        health.MapGet("ready", ReadyAsync)
            .WithSummary("Whether it can serve: 200 when healthy or degraded, 503 when its database fails.")
            .WithExample(Example);
        return endpoints;
    }

    private static async Task<Results<Ok<HealthAnswer>, JsonHttpResult<HealthAnswer>>> ReadyAsync(HealthService service, CancellationToken cancellationToken)
    {
        var answer = await service.ReadAsync(cancellationToken);
        return answer.Status == ServiceHealth.UnhealthyStatus
            ? TypedResults.Json(answer, statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Ok(answer);
    }
}
