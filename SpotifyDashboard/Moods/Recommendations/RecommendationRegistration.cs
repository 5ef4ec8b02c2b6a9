using SpotifyDashboard.Jobs;

namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>Registers recommendations.</summary>
internal static class RecommendationRegistration
{
    public static IServiceCollection AddRecommendations(this IServiceCollection services)
    {
        services.AddSingleton<VerdictStore>();
        services.AddSingleton<SuggestionStore>();
        services.AddSingleton<KnownRecordings>();
        services.AddSingleton<RecommendationService>();
        services.AddSingleton<IJobHandler, SuggestionJobHandler>();
        return services;
    }
}
