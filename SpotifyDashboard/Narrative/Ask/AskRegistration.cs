using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Registers questions in words.</summary>
internal static class AskRegistration
{
    /// <summary>Adds questions in words.</summary>
    public static IServiceCollection AddAsk(this IServiceCollection services)
    {
        services.AddSingleton<AskWriter>();
        return services.AddSingleton(static provider => new AskService(
            provider.GetRequiredService<StatisticsService>(), provider.GetRequiredService<NarrativeFactsService>(), provider.GetRequiredService<NarrativeService>(), provider.GetRequiredService<AskWriter>));
    }
}
