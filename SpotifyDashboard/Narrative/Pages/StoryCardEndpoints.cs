using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using SpotifyDashboard.Session;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Cards;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative.Pages;

/// <summary>Pictures of stories over HTTP.</summary>
internal static class StoryCardEndpoints
{
    /// <summary>Maps them.</summary>
    public static IEndpointRouteBuilder MapStoryCards(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGroup("/api/narratives").WithTags("Stories").WithQueryRules()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .MapGet("{id:guid}/card.svg", DrawAsync)
            .WithSummary("A story as a picture to share: story (1080 × 1920) or landscape (1200 × 630). It says no name of the listener.")
            .Produces(StatusCodes.Status200OK, contentType: "image/svg+xml");
        return endpoints;
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> DrawAsync(
        NarrativeService narratives,
        ListenerDirectory directory,
        HttpContext context,
        [Description("The story's number")] Guid id,
        [Description("story (default) or landscape")] string? shape,
        [Description("dark (default) or light")] string? theme,
        CancellationToken cancellationToken)
    {
        var asked = (Shape: Asked.OneOf<StoryCardShape>("shape", shape) ?? StoryCardShape.Story, Theme: Asked.OneOf<CardTheme>("theme", theme) ?? CardTheme.Dark);
        if (await directory.FindCurrentAsync(cancellationToken) is not { } listener || await narratives.FindAsync(listener.Id, id, cancellationToken) is not { } story)
        {
            return TypedResults.Problem("GET /api/narratives lists the stories there are.", statusCode: StatusCodes.Status404NotFound, title: "There is no such story.");
        }

        return CardAnswer.Of(context, NarrativeCard.Draw(asked.Shape, asked.Theme, StoryCardText.Of(story, listener.IsDemo)));
    }
}
