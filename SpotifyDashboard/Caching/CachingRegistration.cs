using SpotifyDashboard.Providers.Spotify;

namespace SpotifyDashboard.Caching;

/// <summary>Registers what is kept of the outside world.</summary>
internal static class CachingRegistration
{
    /// <summary>Adds what was learnt about the app's capabilities.</summary>
    public static IServiceCollection AddCaching(this IServiceCollection services)
    {
        services.AddSingleton<ISpotifyCapabilities, LearntCapabilities>();
        return services;
    }
}
