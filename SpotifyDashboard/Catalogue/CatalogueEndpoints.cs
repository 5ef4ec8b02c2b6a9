using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Catalogue.Items;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Catalogue;

/// <summary>Tracks, artists and albums over HTTP. Every number is defined in <c>docs/statistics.md</c>.</summary>
internal static class CatalogueEndpoints
{
    private const int DefaultSimilar = 10;
    private const int MostSimilar = 100;

    public static IEndpointRouteBuilder MapCatalogue(this IEndpointRouteBuilder endpoints)
    {
        var items = endpoints.MapGroup("/api").WithTags("Catalogue").WithQueryRules()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        items.MapItem("tracks/{id}", ItemKind.Track, "A track with all that is counted of its recording, its moods and what sounds like it.", ItemExamples.Track);
        items.MapItem("artists/{id}", ItemKind.Artist, "An artist with all that is counted of their recordings, top tracks and albums, moods and similar artists.", ItemExamples.Artist);
        items.MapItem("albums/{id}", ItemKind.Album, "An album with all that is counted of its recordings, its tracks, moods and similar albums.", ItemExamples.Album);
        items.MapGet("tracks/{id}/similar", SimilarAsync).WithSummary("The tracks of the library that sound most like one.").WithExample(ItemExamples.Similar);
        return endpoints;
    }

    private static void MapItem(this IEndpointRouteBuilder items, string path, ItemKind kind, string summary, string example) => items
        .MapGet(path, (
            ListenerDirectory listeners,
            StatisticsService statistics,
            ItemService service,
            [Description("As top lists give it")] string id,
            [Description(StatisticsExamples.From)] string? from,
            [Description(StatisticsExamples.To)] string? to,
            [Description(StatisticsExamples.Count)] string? count,
            CancellationToken cancellationToken) => AnswerAsync((listeners, statistics, service), (kind, id), (from, to, count), cancellationToken))
        .WithSummary(summary)
        .WithExample(example);

    private static async Task<Results<Ok<ItemAnswer>, ProblemHttpResult>> AnswerAsync(
        (ListenerDirectory Listeners, StatisticsService Statistics, ItemService Items) from, (ItemKind Kind, string Id) item, (string? From, string? To, string? Count) asked, CancellationToken cancellationToken)
    {
        var period = Asked.Period(asked.From, asked.To);
        var rule = Asked.OneOf<CountingRule>("count", asked.Count);
        if (await from.Listeners.FindCurrentAsync(cancellationToken) is not { } listener)
        {
            return StatisticsEndpoints.NothingYet();
        }

        var view = await from.Statistics.ReadAsync(listener, period, rule, cancellationToken);
        var whole = await from.Statistics.ReadAsync(listener, Period.Everything, rule, cancellationToken);
        var sound = await from.Items.SoundOfAsync(view, item.Kind, item.Id, cancellationToken);
        return CatalogueItem.Find(view.Log.Catalogue, item.Kind, item.Id) is { } found && sound is not null
            ? TypedResults.Ok(ItemAnswer.Of(ItemService.HeadOf(listener, view, found), view.Zone.Id, ItemFigures.Of(view, SameLog(whole, view), found), sound))
            : Unknown(item.Kind);
    }

    private static async Task<Results<Ok<IReadOnlyList<SimilarTrack>>, ProblemHttpResult>> SimilarAsync(
        StatisticsService statistics,
        ItemService items,
        [Description("As top lists give it")] string id,
        [Description("At most so many, 1 to 100; 10 by default")] string? limit,
        CancellationToken cancellationToken)
    {
        var most = Asked.Number("limit", limit, DefaultSimilar, least: 1, MostSimilar);
        if (await StatisticsEndpoints.ReadAsync(statistics, from: null, to: null, count: null, cancellationToken) is not { } view)
        {
            return StatisticsEndpoints.NothingYet();
        }

        return await items.SimilarTracksAsync(view, id, most, cancellationToken) is { } similar ? TypedResults.Ok(similar) : Unknown(ItemKind.Track);
    }

    /// <summary>Plays may arrive between two readings; then what was read first is read again over everything.</summary>
    private static ListeningView SameLog(ListeningView whole, ListeningView view) => ReferenceEquals(whole.Log, view.Log) ? whole : view.Over(Period.Everything);

    private static ProblemHttpResult Unknown(ItemKind kind) => TypedResults.Problem(
        "It was neither played, saved nor imported, or its id changed. GET /api/stats/top lists the ids.",
        statusCode: StatusCodes.Status404NotFound,
        title: $"There is no such {kind.ToString().ToLowerInvariant()} in this history.");
}
