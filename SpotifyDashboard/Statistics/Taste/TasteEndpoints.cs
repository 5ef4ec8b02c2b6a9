using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Session;
using SpotifyDashboard.Session.Csv;

namespace SpotifyDashboard.Statistics.Taste;

/// <summary>The statistics of taste over HTTP.</summary>
internal static class TasteEndpoints
{
    private const int DefaultGenres = 8;
    private const int MostGenres = 50;

    public static void MapTaste(this IEndpointRouteBuilder statistics)
    {
        statistics.MapWithCsv<Diversity>("diversity", DiversityAsync, TasteTables.Of, "How evenly plays spread over artists, in the period and by month.", TasteExamples.Diversity);
        statistics.MapWithCsv<Decades>("decades", DecadesAsync, TasteTables.Of, "Plays by the decade and year in which albums were released.", TasteExamples.Decades);
        statistics.MapWithCsv<ExplicitShare>("explicit", ExplicitAsync, TasteTables.Of, "The share of plays marked explicit, in the period and by month.", TasteExamples.Explicit);
        statistics.MapWithCsv<GenreTrend>("genres", GenresAsync, TasteTables.Of, "Plays of the most played genres by month.", TasteExamples.Genres);
        statistics.MapWithCsv<MoodTrend>("moods", MoodsAsync, TasteTables.Of, "Shares of the moods by week and month, the drift between months, and moods along a session.", TasteExamples.Moods);
        statistics.MapWithCsv<HipsterScore>("hipster", HipsterAsync, TasteTables.Of, "100 minus the popularity of what was played, as ReccoBeats tells it.", TasteExamples.Hipster);
    }

    private static async Task<Results<Ok<Diversity>, ProblemHttpResult>> DiversityAsync(
        StatisticsService statistics,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken) =>
        await StatisticsEndpoints.AnswerAsync(statistics, (from, to, count), choice: null, Diversity.Of, cancellationToken);

    private static async Task<Results<Ok<Decades>, ProblemHttpResult>> DecadesAsync(
        StatisticsService statistics,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken) =>
        await StatisticsEndpoints.AnswerAsync(statistics, (from, to, count), choice: null, Decades.Of, cancellationToken);

    private static async Task<Results<Ok<ExplicitShare>, ProblemHttpResult>> ExplicitAsync(
        StatisticsService statistics,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken) =>
        await StatisticsEndpoints.AnswerAsync(statistics, (from, to, count), choice: null, ExplicitShare.Of, cancellationToken);

    private static async Task<Results<Ok<GenreTrend>, ProblemHttpResult>> GenresAsync(
        StatisticsService statistics,
        [Description("At most so many genres, 1 to 50; 8 by default")] string? limit,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken)
    {
        var genres = Asked.Number("limit", limit, DefaultGenres, least: 1, MostGenres);
        return await StatisticsEndpoints.AnswerAsync(statistics, (from, to, count), genres, view => GenreTrend.Of(view, genres), cancellationToken);
    }

    private static async Task<Results<Ok<MoodTrend>, ProblemHttpResult>> MoodsAsync(
        StatisticsService statistics,
        MoodMapService maps,
        [Description("How many moods, 2 to 10; 5 by default")] string? k,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken)
    {
        var moods = Asked.Number("k", k, MoodMapRequest.DefaultMoods, MoodMapRequest.FewestMoods, MoodMapRequest.MostMoods);
        if (await StatisticsEndpoints.ReadAsync(statistics, from, to, count, cancellationToken) is not { } view)
        {
            return StatisticsEndpoints.NothingYet();
        }

        var request = MoodMapRequest.OfLibrary(view.Log.ListenerId, moods) with { Starts = MoodMapRequest.DefaultStarts };
        var map = await maps.GetAsync(request, cancellationToken);
        return TypedResults.Ok(view.GetOrCompute(("api", moods), plays => MoodTrend.Of(plays, map)));
    }

    private static async Task<Results<Ok<HipsterScore>, ProblemHttpResult>> HipsterAsync(
        StatisticsService statistics,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken) =>
        await StatisticsEndpoints.AnswerAsync(statistics, (from, to, count), choice: null, HipsterScore.Of, cancellationToken);
}
