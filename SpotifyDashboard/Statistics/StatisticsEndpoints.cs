using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;
using SpotifyDashboard.Session.Csv;
using SpotifyDashboard.Statistics.Cards;
using SpotifyDashboard.Statistics.Discovery;
using SpotifyDashboard.Statistics.Habits;
using SpotifyDashboard.Statistics.History;
using SpotifyDashboard.Statistics.Taste;
using SpotifyDashboard.Statistics.Time;
using SpotifyDashboard.Statistics.Top20;

namespace SpotifyDashboard.Statistics;

/// <summary>The statistics over HTTP. Every number is defined in <c>docs/statistics.md</c>.</summary>
internal static class StatisticsEndpoints
{
    private const int MostRows = 10_000;

    public static IEndpointRouteBuilder MapStatistics(this IEndpointRouteBuilder endpoints)
    {
        var statistics = endpoints.MapGroup("/api/stats").WithTags("Statistics").WithQueryRules().ProducesProblem(StatusCodes.Status400BadRequest);
        statistics.MapWithCsv<Summary>("summary", SummaryAsync, StatisticsTables.Of, "Plays, minutes, tracks, artists, albums and streaks of a period, and of the stretch before.", StatisticsExamples.Summary);
        statistics.MapWithCsv<IReadOnlyList<TopItem>>("top", TopAsync, StatisticsTables.Of, "The most played tracks, artists, albums or genres, with their rank in the stretch before.", StatisticsExamples.Top);
        statistics.MapWithCsv<Heatmap>("heatmap", HeatmapAsync, StatisticsTables.Of, "Counted plays by weekday (Monday first) and hour, in the listener's zone.", StatisticsExamples.Heatmap);
        statistics.MapWithCsv<Calendar>("calendar", CalendarAsync, StatisticsTables.Of, "Counted plays of every local day.", StatisticsExamples.Calendar);
        statistics.MapTaste();
        statistics.MapHabits();
        statistics.MapTime();
        statistics.MapDiscovery();
        return endpoints.MapHistory().MapTop20().MapCards();
    }

    /// <summary>Answers what <paramref name="compute"/> makes of the plays asked for, computed once for all who ask the same.</summary>
    /// <param name="statistics">Reads the plays.</param>
    /// <param name="asked">Period and rule as the address gives them.</param>
    /// <param name="choice">What else the answer depends on, compared by value; null where nothing.</param>
    /// <param name="compute">The statistic.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Results<Ok<T>, ProblemHttpResult>> AnswerAsync<T>(
        StatisticsService statistics,
        (string? From, string? To, string? Count) asked,
        object? choice,
        Func<ListeningView, T> compute,
        CancellationToken cancellationToken) =>
        await ReadAsync(statistics, asked.From, asked.To, asked.Count, cancellationToken) is { } view
            ? TypedResults.Ok(view.GetOrCompute(("api", choice), compute))
            : NothingYet();

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
        await AnswerAsync(statistics, (from, to, count), choice: null, Summary.Of, cancellationToken);

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
        return await AnswerAsync(statistics, (from, to, count), asked, view => TopList.Of(view, asked.Kind, asked.By, asked.Limit), cancellationToken);
    }

    private static async Task<Results<Ok<Heatmap>, ProblemHttpResult>> HeatmapAsync(
        StatisticsService statistics,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken) =>
        await AnswerAsync(statistics, (from, to, count), choice: null, Heatmap.Of, cancellationToken);

    private static async Task<Results<Ok<Calendar>, ProblemHttpResult>> CalendarAsync(
        StatisticsService statistics,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken) =>
        await AnswerAsync(statistics, (from, to, count), choice: null, Calendar.Of, cancellationToken);
}
