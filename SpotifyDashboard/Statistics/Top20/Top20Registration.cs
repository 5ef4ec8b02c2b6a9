using SpotifyDashboard.SignIn.Sharing;

namespace SpotifyDashboard.Statistics.Top20;

/// <summary>Registers the top 20 and its shared page.</summary>
internal static class Top20Registration
{
    public static IServiceCollection AddTop20(this IServiceCollection services)
    {
        services.AddSingleton<SpotifyTopReader>();
        services.AddSingleton(static provider => new Top20Service(
            provider.GetRequiredService<StatisticsService>(),
            provider.GetRequiredService<SpotifyTopReader>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ISharedPage, Top20Shared>();
        return services;
    }
}
