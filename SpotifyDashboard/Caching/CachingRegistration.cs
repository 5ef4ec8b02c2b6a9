using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Spotify;

namespace SpotifyDashboard.Caching;

/// <summary>Registers what is kept of the outside world.</summary>
internal static class CachingRegistration
{
    /// <summary>Adds the cache of answers, what was learnt about the app, and the keeper of the services' states. Stands before the providers.</summary>
    public static IServiceCollection AddCaching(this IServiceCollection services)
    {
        services.AddOptions<CacheOptions>()
            .BindConfiguration(CacheOptions.SectionName)
            .Validate(static options => options.TtlHours is > 0 and <= 8784, "Cache:TtlHours must be more than 0 and at most 8784.")
            .Validate(static options => options.MemoryEntries is >= 0 and <= 1_000_000, "Cache:MemoryEntries must be from 0 to 1000000.")
            .ValidateOnStart();
        services.AddSingleton<AnswerStore>();
        services.AddSingleton<ProviderCache>();
        services.AddSingleton<IAnswerCache>(static provider => provider.GetRequiredService<ProviderCache>());
        services.AddSingleton<ISpotifyCapabilities, LearntCapabilities>();
        services.AddHostedService<ServiceStateKeeper>();
        return services;
    }
}
