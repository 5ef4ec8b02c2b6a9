using SpotifyDashboard.Narrative.Writing.Templates;
using SpotifyDashboard.Providers.LanguageModels;

namespace SpotifyDashboard.Narrative.Writing;

/// <summary>Registers what writes a story.</summary>
internal static class WritingRegistration
{
    /// <summary>Adds what writes a story.</summary>
    public static IServiceCollection AddNarrators(this IServiceCollection services)
    {
        services.AddSingleton(static provider => new StoryWriter(
            new ChatNarrator(provider.GetRequiredService<LanguageModelClient>()),
            provider.GetRequiredService<TemplateNarrator>(),
            provider.GetRequiredService<ICallGuard>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<StoryWriter>>()));
        return services.AddTemplateNarrator();
    }
}
