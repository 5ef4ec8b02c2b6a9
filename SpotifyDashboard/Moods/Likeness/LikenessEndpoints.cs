using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Session;
using SpotifyDashboard.Session.Csv;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Moods.Likeness;

/// <summary>The likeness of artists and tracks over HTTP. Every number is defined in <c>docs/statistics.md</c>.</summary>
internal static class LikenessEndpoints
{
    public static IEndpointRouteBuilder MapLikeness(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGroup("/api/stats").WithTags("Statistics").WithQueryRules().ProducesProblem(StatusCodes.Status400BadRequest)
            .MapWithCsv<LikenessMatrix>(
                "likeness", ReadAsync, ToTable, "How alike the most played artists or tracks sound, every two of them, in an order in which neighbours are alike.", LikenessExamples.Matrix);
        return endpoints;
    }

    private static async Task<Results<Ok<LikenessMatrix>, ProblemHttpResult>> ReadAsync(
        StatisticsService statistics,
        MoodMapService maps,
        [Description("artists (default) or tracks")] string? kind,
        [Description("How many of the most played, 2 to 50; 20 by default")] string? limit,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken)
    {
        var choice = new LikenessChoice(
            Asked.OneOf<LikenessKind>("kind", kind) ?? LikenessKind.Artists,
            Asked.Number("limit", limit, LikenessChoice.DefaultLimit, LikenessChoice.Fewest, LikenessChoice.Most));
        if (await StatisticsEndpoints.ReadAsync(statistics, from, to, count, cancellationToken) is not { } view)
        {
            return StatisticsEndpoints.NothingYet();
        }

        var map = await maps.GetAsync(MoodMapRequest.OfLibrary(view.Log.ListenerId, MoodMapRequest.DefaultMoods), cancellationToken);
        return TypedResults.Ok(view.GetOrCompute(("api", choice), plays => LikenessMatrix.Of(plays, map, choice)));
    }

    /// <summary>A row for every two items.</summary>
    private static CsvTable ToTable(LikenessMatrix matrix) => CsvTable.Of(
        ["id", "name", "otherId", "otherName", "similarity"],
        from one in Enumerable.Range(0, matrix.Items.Count)
        from other in Enumerable.Range(one + 1, matrix.Items.Count - one - 1)
        select (One: matrix.Items[one], Other: matrix.Items[other], Similarity: matrix.Similarities[one][other]),
        pair => [pair.One.Id, pair.One.Name, pair.Other.Id, pair.Other.Name, pair.Similarity]);
}
