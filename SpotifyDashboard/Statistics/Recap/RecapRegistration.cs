using SpotifyDashboard.SignIn.Sharing;

namespace SpotifyDashboard.Statistics.Recap;

/// <summary>Registers the recap and the statistics as pages that can be shared.</summary>
internal static class RecapRegistration
{
    public static IServiceCollection AddRecap(this IServiceCollection services)
    {
        services.AddSingleton<ISharedPage, RecapShared>();
        services.AddSingleton<ISharedPage, StatisticsShared>();
        return services;
    }
}
