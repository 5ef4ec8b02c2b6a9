using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Session;
using SpotifyDashboard.Session.Csv;

namespace SpotifyDashboard.Statistics.Time;

/// <summary>The statistics over time: trend, sessions, streaks, milestones.</summary>
internal static class TimeEndpoints
{
    private const int MostPauseMinutes = 720;

    public static void MapTime(this IEndpointRouteBuilder statistics)
    {
        statistics.MapWithCsv<Trend>("trend", TrendAsync, TimeTables.Of, "Counted plays and their time by hour, day, week, month or year, and those of the stretch before.", TimeExamples.Trend);
        statistics.MapWithCsv<Sessions>("sessions", SessionsAsync, TimeTables.Of, "Counted plays without a long silence between them: how many, how long, when.", TimeExamples.Sessions);
        statistics.MapWithCsv<StreakList>("streaks", StreaksAsync, TimeTables.Of, "Days in a row with at least one counted play, the longest first.", TimeExamples.Streaks);
        statistics.MapWithCsv<Milestones>("milestones", MilestonesAsync, TimeTables.Of, "When plays, hours, tracks and artists reached round numbers, and which come next.", TimeExamples.Milestones);
    }

    private static async Task<Results<Ok<Trend>, ProblemHttpResult>> TrendAsync(
        StatisticsService statistics,
        [Description("hour, day, week, month (default) or year; by hour at most 400 days")] string? by,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken)
    {
        var bucket = Asked.OneOf<TrendBucket>("by", by) ?? TrendBucket.Month;
        return await StatisticsEndpoints.AnswerAsync(statistics, (from, to, count), bucket, view => TrendOf(view, bucket), cancellationToken);
    }

    private static Trend TrendOf(ListeningView view, TrendBucket by) => Trend.Fits(view, by)
        ? Trend.Of(view, by)
        : throw new RefusedParameterException("by", $"By {TrendBuckets.NameOf(by)} at most {TrendBuckets.MostDaysBy(by)} days can be listed; ask for a shorter period or longer stretches.");

    private static async Task<Results<Ok<Sessions>, ProblemHttpResult>> SessionsAsync(
        StatisticsService statistics,
        [Description("The longest silence within a session, in minutes, 1 to 720; 30 by default")] string? pause,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken)
    {
        var minutes = Asked.Number("pause", pause, Sessions.DefaultPauseMinutes, least: 1, MostPauseMinutes);
        return await StatisticsEndpoints.AnswerAsync(statistics, (from, to, count), minutes, view => Sessions.Of(view, minutes), cancellationToken);
    }

    private static async Task<Results<Ok<StreakList>, ProblemHttpResult>> StreaksAsync(
        StatisticsService statistics,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken) =>
        await StatisticsEndpoints.AnswerAsync(statistics, (from, to, count), choice: null, StreakList.Of, cancellationToken);

    private static async Task<Results<Ok<Milestones>, ProblemHttpResult>> MilestonesAsync(
        StatisticsService statistics,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken) =>
        await StatisticsEndpoints.AnswerAsync(statistics, (from, to, count), choice: null, Milestones.Of, cancellationToken);
}
