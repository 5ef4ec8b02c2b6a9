using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Providers.LanguageModels;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Registers questions in words.</summary>
internal static class AskRegistration
{
    /// <summary>Adds questions in words.</summary>
    public static IServiceCollection AddAsk(this IServiceCollection services)
    {
        services.AddSingleton(static provider => new AskWriter(
            provider.GetRequiredService<LanguageModelClient>(), new StoryCheck(FactCheck.Check, FactCheck.CheckSentence), provider.GetRequiredService<ICallGuard>(), provider.GetRequiredService<TimeProvider>()));
        return services.AddSingleton(static provider => new AskService(
            provider.GetRequiredService<StatisticsService>(), provider.GetRequiredService<NarrativeFactsService>(), provider.GetRequiredService<NarrativeService>(), provider.GetRequiredService<AskWriter>));
    }
}
