using SpotifyDashboard.Narrative.Writing.Templates;

namespace SpotifyDashboard.Narrative.Writing;

/// <summary>Registers what writes a story.</summary>
internal static class WritingRegistration
{
    /// <summary>Adds what writes a story.</summary>
    public static IServiceCollection AddNarrators(this IServiceCollection services)
    {
        return services.AddTemplateNarrator();
    }
}
