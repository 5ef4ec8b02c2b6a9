using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Moods.Pages;
using SpotifyDashboard.Session;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Moods.Months;

/// <summary>The way of the months through the mood map over HTTP, with the figures of the slider. Every number is defined in <c>docs/statistics.md</c>.</summary>
internal static class MoodMonthsEndpoints
{
    private const string Example =
        """
        { "k": 5, "months": [ { "start": "2026-03-01", "plays": 412, "placed": 380, "place": [ 0.41, -0.2, 0.05 ], "nearest": 1, "moved": 0.37, "towards": "more acoustic, slower" } ] }
        """;

    public static IEndpointRouteBuilder MapMoodMonths(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGroup("/api").WithTags("Analysis").WithQueryRules()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .MapGet("/moods/months", ReadAsync)
            .WithSummary("Where the plays of each month stand on the mood map, on average.")
            .WithDescription("The places are those of `points` of GET /api/analysis/report with the same choices.")
            .WithExample(Example);
        return endpoints;
    }

    private static async Task<Results<Ok<MoodMonthsAnswer>, ProblemHttpResult>> ReadAsync(
        ListenerDirectory listeners,
        StatisticsService statistics,
        MoodMapService maps,
        [Description(AskedMap.K)] string? k,
        [Description(AskedMap.FeatureNames)] string? features,
        [Description(AskedMap.Emphases)] string? emphasis,
        [Description(AskedMap.Scopes)] string? scope,
        [Description(AskedMap.Weights)] string? weight,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken)
    {
        var asked = AskedMap.Read(k, features, emphasis, scope, weight, from, to, count);
        if (await listeners.FindCurrentAsync(cancellationToken) is not { } listener)
        {
            return StatisticsEndpoints.NothingYet();
        }

        var request = asked.Of(listener);
        var map = await maps.GetAsync(request, cancellationToken);
        var view = await statistics.ReadAsync(listener, request.Period, request.Counting, cancellationToken);
        return TypedResults.Ok(MoodMonthsAnswer.Of(map, MoodJourney.Of(view, map)));
    }
}
