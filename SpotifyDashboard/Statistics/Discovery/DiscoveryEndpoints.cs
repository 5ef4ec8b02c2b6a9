using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Session;
using SpotifyDashboard.Session.Csv;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>The statistics of what is new and what comes back.</summary>
internal static class DiscoveryEndpoints
{
    private const int Rows = 20;
    private const int MostRows = 500;
    private const string Limit = "At most so many rows, 1 to 500; 20 by default";

    public static void MapDiscovery(this IEndpointRouteBuilder statistics)
    {
        statistics.MapWithCsv<Discoveries>("discovery", DiscoveryAsync, DiscoveryTables.Of, "Recordings, artists and albums first played in the period, and how long it took to love them.", DiscoveryExamples.Discovery);
        statistics.MapWithCsv<IReadOnlyList<Rediscovery>>("rediscovery", RediscoveryAsync, DiscoveryTables.Of, "Recordings that the listener came back to after at least 180 days.", DiscoveryExamples.Rediscovery);
        statistics.MapWithCsv<IReadOnlyList<ForgottenFavourite>>("forgotten", ForgottenAsync, DiscoveryTables.Of, "Recordings with ten counted plays or more, none in the last 180 days of the period.", DiscoveryExamples.Forgotten);
        statistics.MapWithCsv<IReadOnlyList<Obsession>>("obsessions", ObsessionsAsync, DiscoveryTables.Of, "Recordings played ten times or more within seven days.", DiscoveryExamples.Obsessions);
        statistics.MapWithCsv<OnThisDay>("on-this-day", OnThisDayAsync, DiscoveryTables.Of, "What was played on this day of the year in the years before.", DiscoveryExamples.OnThisDay);
        statistics.MapWithCsv<Loyalty>("loyalty", LoyaltyAsync, DiscoveryTables.Of, "Repeats, plays in a row, and artists that stay month after month.", DiscoveryExamples.Loyalty);
    }

    private static async Task<Results<Ok<Discoveries>, ProblemHttpResult>> DiscoveryAsync(
        StatisticsService statistics,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken) =>
        await StatisticsEndpoints.AnswerAsync(statistics, (from, to, count), choice: null, Discoveries.Of, cancellationToken);

    private static Task<Results<Ok<IReadOnlyList<Rediscovery>>, ProblemHttpResult>> RediscoveryAsync(
        StatisticsService statistics,
        [Description(Limit)] string? limit,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken) => ListAsync(statistics, (from, to, count), limit, Rediscoveries.Of, cancellationToken);

    private static Task<Results<Ok<IReadOnlyList<ForgottenFavourite>>, ProblemHttpResult>> ForgottenAsync(
        StatisticsService statistics,
        [Description(Limit)] string? limit,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken) => ListAsync(statistics, (from, to, count), limit, ForgottenFavourites.Of, cancellationToken);

    private static Task<Results<Ok<IReadOnlyList<Obsession>>, ProblemHttpResult>> ObsessionsAsync(
        StatisticsService statistics,
        [Description(Limit)] string? limit,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken) => ListAsync(statistics, (from, to, count), limit, Obsessions.Of, cancellationToken);

    private static async Task<Results<Ok<OnThisDay>, ProblemHttpResult>> OnThisDayAsync(
        StatisticsService statistics,
        [Description("The local day whose predecessors are asked for, YYYY-MM-DD; today by default")] string? day,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken)
    {
        var asked = Asked.Day("day", day);
        return await StatisticsEndpoints.AnswerAsync(statistics, (From: null, To: null, count), asked, view => OnThisDay.Of(view, asked ?? view.Today), cancellationToken);
    }

    private static async Task<Results<Ok<Loyalty>, ProblemHttpResult>> LoyaltyAsync(
        StatisticsService statistics,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken) =>
        await StatisticsEndpoints.AnswerAsync(statistics, (from, to, count), choice: null, Loyalty.Of, cancellationToken);

    private static Task<Results<Ok<IReadOnlyList<T>>, ProblemHttpResult>> ListAsync<T>(
        StatisticsService statistics,
        (string? From, string? To, string? Count) asked,
        string? limit,
        Func<ListeningView, int, IReadOnlyList<T>> list,
        CancellationToken cancellationToken)
    {
        var rows = Asked.Number("limit", limit, Rows, least: 1, MostRows);
        return StatisticsEndpoints.AnswerAsync(statistics, asked, rows, view => list(view, rows), cancellationToken);
    }
}
