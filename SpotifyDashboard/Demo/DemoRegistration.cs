using SpotifyDashboard.Jobs;

namespace SpotifyDashboard.Demo;

/// <summary>Registers the demo listener.</summary>
internal static class DemoRegistration
{
    /// <summary>Adds the demo listener, made at start, and the job that lets them play on.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddOptions<DemoOptions>().BindConfiguration(DemoOptions.SectionName);
        services.AddSingleton<DemoListener>();
        services.AddSingleton<DemoPlayer>();
        services.AddSingleton<IJobHandler, SyncJobHandler>();
        services.AddHostedService<DemoHost>();
        return services;
    }
}
