using SpotifyDashboard.Ingest.Live;

namespace SpotifyDashboard.Demo;

/// <summary>Registers the demo listener.</summary>
internal static class DemoRegistration
{
    /// <summary>Adds the demo listener, made at start, and the way they play on.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddOptions<DemoOptions>().BindConfiguration(DemoOptions.SectionName);
        services.AddSingleton<DemoListener>();
        services.AddSingleton<DemoPlayer>();
        services.AddSingleton<ISyncSource, DemoSync>();
        services.AddHostedService<DemoHost>();
        return services;
    }
}
