using SpotifyDashboard.Narrative.Mail;

namespace SpotifyDashboard.Narrative;

/// <summary>The API of stories.</summary>
internal static class NarrativeEndpoints
{
    /// <summary>Maps it.</summary>
    public static IEndpointRouteBuilder MapNarrative(this IEndpointRouteBuilder app)
    {
        return app.MapMail();
    }
}
