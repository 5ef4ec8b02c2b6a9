using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Session;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Moods.Pages;

/// <summary>Single moods over HTTP, with the figures of their pages. Every number is defined in <c>docs/statistics.md</c>.</summary>
internal static class MoodPagesEndpoints
{
    private const int DefaultRows = 50;
    private const int MostRows = 10_000;

    public static IEndpointRouteBuilder MapMoodPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGroup("/api").WithTags("Analysis").WithQueryRules()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .MapGet("/moods/{number:int}", ReadAsync)
            .WithSummary("One mood: what sets it apart, its tracks by closeness, tracks between moods, its plays and artists.")
            .WithDescription("`number` and the choices are those of GET /api/analysis/report; K-Means starts as often as the page lets it. `limit` and `offset` page through `tracks` and `borders`.")
            .WithExample(MoodPagesExamples.Mood);
        return endpoints;
    }

    private static async Task<Results<Ok<MoodAnswer>, ProblemHttpResult>> ReadAsync(
        ListenerDirectory listeners,
        MoodPages pages,
        [Description("The mood's number, from 0")] int number,
        [Description(AskedMap.K)] string? k,
        [Description(AskedMap.FeatureNames)] string? features,
        [Description(AskedMap.Emphases)] string? emphasis,
        [Description(AskedMap.Scopes)] string? scope,
        [Description(AskedMap.Weights)] string? weight,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        [Description("At most so many tracks in each list, 1 to 10000; 50 by default")] string? limit,
        [Description("Tracks to leave out at the beginning of each list; 0 by default")] string? offset,
        CancellationToken cancellationToken)
    {
        var asked = AskedMap.Read(k, features, emphasis, scope, weight, from, to, count);
        var rows = (Offset: Asked.Number("offset", offset, otherwise: 0, least: 0, int.MaxValue), Limit: Asked.Number("limit", limit, DefaultRows, least: 1, MostRows));
        if (await listeners.FindCurrentAsync(cancellationToken) is not { } listener)
        {
            return StatisticsEndpoints.NothingYet();
        }

        var look = await pages.ReadAsync(listener, asked.Of(listener), number, cancellationToken);
        return look.Detail is { } detail ? TypedResults.Ok(MoodAnswer.Of(detail, rows.Offset, rows.Limit)) : Unknown(look.Map);
    }

    private static ProblemHttpResult Unknown(MoodMap map) => TypedResults.Problem(
        map.TrackCount == 0
            ? "No track of this map has audio features, so it has no moods."
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"This map has the moods 0 to {map.Moods.Length - 1}. GET /api/analysis/report lists them."),
        statusCode: StatusCodes.Status404NotFound,
        title: "There is no such mood.");
}
