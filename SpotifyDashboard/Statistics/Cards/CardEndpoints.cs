using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Session;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Statistics.Cards;

/// <summary>Share cards over HTTP.</summary>
internal static class CardEndpoints
{
    public static IEndpointRouteBuilder MapCards(this IEndpointRouteBuilder endpoints)
    {
        var cards = endpoints.MapGroup("/api/cards").WithTags("Share cards").WithQueryRules().ProducesProblem(StatusCodes.Status400BadRequest);
        cards.MapGet("{shape}.svg", DrawAsync)
            .WithSummary("A picture of a period to share: story (1080 × 1920), landscape (1200 × 630) or receipt (800 × 1400). It says no name of the listener.")
            .Produces(StatusCodes.Status200OK, contentType: "image/svg+xml");
        return endpoints;
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> DrawAsync(
        StatisticsService statistics,
        ListenerDirectory directory,
        HttpContext context,
        [Description("story, landscape or receipt")] string shape,
        [Description("What the list ranks: tracks (default), artists, albums or genres")] string? list,
        [Description("dark (default) or light")] string? theme,
        [Description(StatisticsExamples.From)] string? from,
        [Description(StatisticsExamples.To)] string? to,
        [Description(StatisticsExamples.Count)] string? count,
        CancellationToken cancellationToken)
    {
        var asked = (
            Shape: Asked.OneOf<CardShape>("shape", shape) ?? CardShape.Story,
            List: Asked.OneOf<TopKind>("list", list) ?? TopKind.Tracks,
            Theme: Asked.OneOf<CardTheme>("theme", theme) ?? CardTheme.Dark);
        if (await StatisticsEndpoints.ReadAsync(statistics, from, to, count, cancellationToken) is not { } view)
        {
            return StatisticsEndpoints.NothingYet();
        }

        var isDemo = await directory.FindAsync(view.Log.ListenerId, cancellationToken) is { IsDemo: true };
        var facts = view.GetOrCompute(("card", asked.List, isDemo, System.Globalization.CultureInfo.CurrentCulture.Name), shared => CardFacts.Of(shared, asked.List, isDemo));
        return CardAnswer.Of(context, ShareCard.Draw(asked.Shape, asked.Theme, facts));
    }
}
