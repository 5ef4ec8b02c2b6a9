using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Session;
using SpotifyDashboard.Session.Csv;

namespace SpotifyDashboard.Statistics.Habits;

/// <summary>The statistics of habits over HTTP.</summary>
internal static class HabitsEndpoints
{
    private const int DefaultContexts = 10;
    private const int MostContexts = 100;

    public static void MapHabits(this IEndpointRouteBuilder statistics)
    {
        statistics.MapWithCsv<Skips>("skips", SkipsAsync, HabitsTables.Of, "How plays end: skipped, completed, why, at which hour, and which recordings most.", HabitsExamples.Skips);
        statistics.MapWithCsv<Platforms>("platforms", PlatformsAsync, HabitsTables.Of, "Plays by device and country; with shuffle, offline and in private.", HabitsExamples.Platforms);
        statistics.MapWithCsv<Contexts>("contexts", ContextsAsync, HabitsTables.Of, "Plays by what was pressed play on: playlist, album, artist, saved songs.", HabitsExamples.Contexts);
    }

    private static async Task<Results<Ok<Skips>, ProblemHttpResult>> SkipsAsync(
        StatisticsService statistics,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description("Makes no difference here: all stored plays are looked at")] string? count,
        CancellationToken cancellationToken) =>
        await StatisticsEndpoints.AnswerAsync(statistics, (from, to, count), choice: null, Skips.Of, cancellationToken);

    private static async Task<Results<Ok<Platforms>, ProblemHttpResult>> PlatformsAsync(
        StatisticsService statistics,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken) =>
        await StatisticsEndpoints.AnswerAsync(statistics, (from, to, count), choice: null, Platforms.Of, cancellationToken);

    private static async Task<Results<Ok<Contexts>, ProblemHttpResult>> ContextsAsync(
        StatisticsService statistics,
        [Description("At most so many contexts, 1 to 100; 10 by default")] string? limit,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken)
    {
        var contexts = Asked.Number("limit", limit, DefaultContexts, least: 1, MostContexts);
        return await StatisticsEndpoints.AnswerAsync(statistics, (from, to, count), contexts, view => Contexts.Of(view, contexts), cancellationToken);
    }
}
