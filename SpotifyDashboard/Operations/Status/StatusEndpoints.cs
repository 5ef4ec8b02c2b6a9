using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.Operations.Status;

/// <summary>How collecting and enriching stand.</summary>
internal static class StatusEndpoints
{
    /// <summary>Adds what reads it.</summary>
    public static IServiceCollection AddStatus(this IServiceCollection services) => services.AddSingleton<StatusService>().AddSingleton<Diagnostics>();

    public static IEndpointRouteBuilder MapStatus(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGroup("/api").WithTags("Status").WithQueryRules()
            .MapGet("status", ReadAsync)
            .WithSummary("Polls, consent, call budget, queues, coverage and gaps, from what is stored.")
            .WithExample(StatusAnswer.Example);
        return endpoints;
    }

    private static async Task<Ok<StatusAnswer>> ReadAsync(StatusService status, CancellationToken cancellationToken) =>
        TypedResults.Ok(await status.ReadAsync(cancellationToken));
}
