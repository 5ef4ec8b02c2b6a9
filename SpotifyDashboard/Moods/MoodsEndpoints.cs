using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods.Likeness;
using SpotifyDashboard.Moods.Months;
using SpotifyDashboard.Moods.Pages;
using SpotifyDashboard.Moods.Playlists;
using SpotifyDashboard.Moods.Recommendations;
using SpotifyDashboard.Session;
using SpotifyDashboard.Statistics;
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
                "without a listener 404. `points` is there only when asked for.")
            .WithExample(MoodExamples.Report);
        endpoints.MapGroup("/api/analysis").WithTags("Analysis").WithQueryRules()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .MapGet("/k", CountAsync)
            .WithSummary("How good 2 to 10 moods would be, and which number is suggested.")
            .WithDescription("`reason` says how much the suggestion means; `groups` is none where the tracks are one cloud. Samples are drawn from a fixed seed: an equal question gets an equal answer.")
            .WithExample(MoodExamples.Count);
        endpoints.MapPlaylists().MapRecommendations();
        return endpoints.MapMoodPages().MapMoodMonths().MapLikeness();
    }

    private static async Task<Results<Ok<MoodReport>, ProblemHttpResult>> ReportAsync(
        [AsParameters] MoodReportQuery query, HttpRequest http, ListenerDirectory listeners, MoodMapService moods, INewestNarrative narratives, CancellationToken cancellationToken)
    {
        if (MoodReportQuery.FindUnknown(http.Query) is { } unknown)
        {
            return TypedResults.Problem($"{unknown}: the report has no such parameter.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (await listeners.FindCurrentAsync(cancellationToken) is not { } listener)
        {
            return StatisticsEndpoints.NothingYet();
        }

        if (!query.TryRead(listener, out var request, out var problem))
        {
            return TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest);
        }

        var map = await moods.GetAsync(request, cancellationToken);
        var narrative = await narratives.FindAsync(listener.Id, query.Tone, cancellationToken);
        return TypedResults.Ok(MoodReport.Of(map, await moods.GetStabilityAsync(map, cancellationToken), query.WantsPoints, narrative));
    }

    private static async Task<Results<Ok<MoodCountReport>, ProblemHttpResult>> CountAsync(
        ListenerDirectory listeners,
        MoodMapService moods,
        [Description(AskedMap.FeatureNames)] string? features,
        [Description(AskedMap.Emphases)] string? emphasis,
        [Description(AskedMap.Scopes)] string? scope,
        [Description(AskedMap.Weights)] string? weight,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken)
    {
        var asked = AskedMap.Read(k: null, features, emphasis, scope, weight, from, to, count);
        if (await listeners.FindCurrentAsync(cancellationToken) is not { } listener)
        {
            return StatisticsEndpoints.NothingYet();
        }

        return TypedResults.Ok(MoodCountReport.Of(await moods.CompareAsync(asked.Of(listener), progress: null, cancellationToken)));
    }
}
