using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Session;
using SpotifyDashboard.Session.Csv;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Statistics.History;

/// <summary>The plays themselves over HTTP, page by page, or all of them as CSV or JSON.</summary>
internal static class HistoryEndpoints
{
    private const int MostRows = 1000;

    public static IEndpointRouteBuilder MapHistory(this IEndpointRouteBuilder endpoints)
    {
        var history = endpoints.MapGroup("/api").WithTags("History").WithQueryRules().ProducesProblem(StatusCodes.Status400BadRequest);
        history.MapGet("history", PageAsync).WithSummary("The plays, newest first, counted or not.").WithExample(StatisticsExamples.History);
        history.MapGet("history.csv", CsvAsync).WithSummary("The same plays as CSV, all of them.").Produces(StatusCodes.Status200OK, contentType: "text/csv");
        history.MapGet("history.json", JsonAsync).WithSummary("The same plays as one JSON list, all of them.").Produces<IEnumerable<HistoryItem>>();
        return endpoints;
    }

    private static async Task<Results<Ok<HistorySlice>, ProblemHttpResult>> PageAsync(
        StatisticsService statistics,
        GapDirectory gaps,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description("An artist's id (as /api/stats/top gives it) or whole name")] string? artist,
        [Description("Words that all stand in title, artist or album, whatever their case and accents")] string? q,
        [Description("'next' of the page before")] string? cursor,
        [Description("At most so many plays, 1 to 1000; 50 by default")] string? limit,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken)
    {
        var rows = Asked.Number("limit", limit, otherwise: 50, least: 1, most: MostRows);
        HistoryCursor? after = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            after = HistoryCursor.TryParse(cursor, out var parsed)
                ? parsed
                : throw new RefusedParameterException("cursor", $"'{cursor}' is no cursor; pass on the 'next' of the page before, or leave it out.");
        }

        return await StatisticsEndpoints.ReadAsync(statistics, from, to, count, cancellationToken) is { } view
            ? TypedResults.Ok(HistoryPlays.Page(view, new HistoryFilter(artist, q), after, rows, await gaps.ListAsync(view.Log.ListenerId, cancellationToken)))
            : StatisticsEndpoints.NothingYet();
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> CsvAsync(
        StatisticsService statistics,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description("An artist's id (as /api/stats/top gives it) or whole name")] string? artist,
        [Description("Words that all stand in title, artist or album, whatever their case and accents")] string? q,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken)
    {
        if (await StatisticsEndpoints.ReadAsync(statistics, from, to, count, cancellationToken) is not { } view)
        {
            return StatisticsEndpoints.NothingYet();
        }

        return TypedResults.Stream(
            stream => CsvFile.WriteAsync(stream, HistoryTable.Of(HistoryPlays.All(view, new HistoryFilter(artist, q))), cancellationToken),
            CsvFile.ContentType,
            "history.csv");
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> JsonAsync(
        StatisticsService statistics,
        IOptions<JsonOptions> json,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description("An artist's id (as /api/stats/top gives it) or whole name")] string? artist,
        [Description("Words that all stand in title, artist or album, whatever their case and accents")] string? q,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken)
    {
        if (await StatisticsEndpoints.ReadAsync(statistics, from, to, count, cancellationToken) is not { } view)
        {
            return StatisticsEndpoints.NothingYet();
        }

        return TypedResults.Stream(
            stream => JsonSerializer.SerializeAsync(stream, HistoryPlays.All(view, new HistoryFilter(artist, q)), json.Value.SerializerOptions, cancellationToken),
            "application/json",
            "history.json");
    }
}
