using SpotifyDashboard.Statistics.History;
using SpotifyDashboard.Statistics.Recap;
using SpotifyDashboard.Statistics.Top20;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Statistics;

/// <summary>Registers the statistics.</summary>
internal static class StatisticsRegistration
{
    /// <summary>Adds <see cref="StatisticsService"/> and the shared logs it reads.</summary>
    public static IServiceCollection AddStatistics(this IServiceCollection services)
    {
        services.AddListeningLogs();
        services.AddSingleton<StatisticsService>();
        services.AddSingleton<HistoryOrders>();
        return services.AddTop20().AddRecap();
    }
}
