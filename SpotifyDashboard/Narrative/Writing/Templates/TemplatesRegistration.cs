namespace SpotifyDashboard.Narrative.Writing.Templates;

/// <summary>Registers the narrator that needs neither key nor network.</summary>
internal static class TemplatesRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddTemplateNarrator(this IServiceCollection services) => services.AddSingleton<TemplateNarrator>();
}
