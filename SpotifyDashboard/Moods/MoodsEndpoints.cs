using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Moods.Months;
using SpotifyDashboard.Moods.Pages;
using SpotifyDashboard.Moods.Playlists;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Moods;

/// <summary>The mood map over HTTP.</summary>
internal static class MoodsEndpoints
{
    public static IEndpointRouteBuilder MapMoods(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/analysis/report", ReportAsync)
            .WithTags("Analysis")
            .WithSummary("The listener's tracks split into moods.")
            .WithDescription(
                "Reads and computes, never calls outside. Without a track that has audio features the answer is 200 with trackCount 0 and no clusters; " +
                "without a listener 404. `points` is there only when asked for.");
        endpoints.MapPlaylists();
        return endpoints.MapMoodPages().MapMoodMonths();
    }

    private static async Task<Results<Ok<MoodReport>, ProblemHttpResult>> ReportAsync(
        [AsParameters] MoodReportQuery query, HttpRequest http, ListenerDirectory listeners, MoodMapService moods, CancellationToken cancellationToken)
    {
        if (MoodReportQuery.FindUnknown(http.Query) is { } unknown)
        {
            return TypedResults.Problem($"{unknown}: the report has no such parameter.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (await listeners.FindCurrentAsync(cancellationToken) is not { } listener)
        {
            return TypedResults.Problem(
                "There is no listener yet; the first import makes one.", statusCode: StatusCodes.Status404NotFound);
        }

        if (!query.TryRead(listener, out var request, out var problem))
        {
            return TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest);
        }

        return TypedResults.Ok(MoodReport.Of(await moods.GetAsync(request, cancellationToken), query.WantsPoints));
    }
}
