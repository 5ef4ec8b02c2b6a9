using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.Statistics;

/// <summary>The statistics over HTTP. Every number is defined in <c>docs/statistics.md</c>.</summary>
internal static class StatisticsEndpoints
{
    private const int MostRows = 10_000;

    public static IEndpointRouteBuilder MapStatistics(this IEndpointRouteBuilder endpoints)
    {
        var statistics = endpoints.MapGroup("/api/stats").WithTags("Statistics").WithQueryRules().ProducesProblem(StatusCodes.Status400BadRequest);
        statistics.MapGet("summary", SummaryAsync).WithSummary("Plays, minutes, tracks, artists, albums and streaks of a period, and of the stretch before.").WithExample(StatisticsExamples.Summary);
        statistics.MapGet("top", TopAsync).WithSummary("The most played tracks, artists, albums or genres, with their rank in the stretch before.").WithExample(StatisticsExamples.Top);
        statistics.MapGet("heatmap", HeatmapAsync).WithSummary("Counted plays by weekday (Monday first) and hour, in the listener's zone.").WithExample(StatisticsExamples.Heatmap);
        statistics.MapGet("calendar", CalendarAsync).WithSummary("Counted plays of every local day.").WithExample(StatisticsExamples.Calendar);
        return endpoints.MapHistory();
    }

    /// <summary>What an endpoint answers where nothing was played, saved or imported yet.</summary>
    public static ProblemHttpResult NothingYet() => TypedResults.Problem(
        "Import your Spotify export on the page /import (or POST it to /api/import); the statistics follow by themselves.",
        statusCode: StatusCodes.Status404NotFound,
        title: "There are no plays yet.");

    /// <summary>The view an address asks for, or null where there is nothing at all.</summary>
    public static async Task<ListeningView?> ReadAsync(StatisticsService statistics, string? from, string? to, string? count, CancellationToken cancellationToken)
    {
        var period = Asked.Period(from, to);
        var rule = Asked.OneOf<CountingRule>("count", count);
        var view = await statistics.ReadCurrentAsync(period, rule, cancellationToken);
        return view is null || view.Log.Catalogue.Tracks.Count == 0 ? null : view;
    }

    private static async Task<Results<Ok<Summary>, ProblemHttpResult>> SummaryAsync(
        StatisticsService statistics,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken) =>
        await ReadAsync(statistics, from, to, count, cancellationToken) is { } view ? TypedResults.Ok(Summary.Of(view)) : NothingYet();

    private static async Task<Results<Ok<IReadOnlyList<TopItem>>, ProblemHttpResult>> TopAsync(
        StatisticsService statistics,
        [Description("tracks (default), artists, albums or genres")] string? kind,
        [Description("plays (default) or time")] string? by,
        [Description("At most so many rows, 1 to 10000; 50 by default")] string? limit,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken)
    {
        var asked = (
            Kind: Asked.OneOf<TopKind>("kind", kind) ?? TopKind.Tracks,
            By: Asked.OneOf<TopMeasure>("by", by) ?? TopMeasure.Plays,
            Limit: Asked.Number("limit", limit, otherwise: 50, least: 1, most: MostRows));
        return await ReadAsync(statistics, from, to, count, cancellationToken) is { } view
            ? TypedResults.Ok(TopList.Of(view, asked.Kind, asked.By, asked.Limit))
            : NothingYet();
    }

    private static async Task<Results<Ok<Heatmap>, ProblemHttpResult>> HeatmapAsync(
        StatisticsService statistics,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken) =>
        await ReadAsync(statistics, from, to, count, cancellationToken) is { } view ? TypedResults.Ok(Heatmap.Of(view)) : NothingYet();

    private static async Task<Results<Ok<Calendar>, ProblemHttpResult>> CalendarAsync(
        StatisticsService statistics,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken) =>
        await ReadAsync(statistics, from, to, count, cancellationToken) is { } view ? TypedResults.Ok(Calendar.Of(view)) : NothingYet();
}
