using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Registers the filling in of what tracks and artists lack.</summary>
internal static class EnrichmentRegistration
{
    public static IServiceCollection AddEnrichment(this IServiceCollection services)
    {
        services.AddSingleton<EnrichmentQueue>();
        services.AddSingleton<EnrichmentLease>();
        services.AddSingleton<EnrichmentProgress>();
        services.AddSingleton<EnrichmentNews>();
        services.AddSingleton<SpotifyAsker>();
        services.AddSingleton<SoundLane>();
        services.AddSingleton<IEnrichmentLane>(static provider => provider.GetRequiredService<SoundLane>());
        services.AddSingleton<IEnrichmentLane, OldSoundLane>();
        services.AddSingleton<IEnrichmentLane, TrackLane>();
        services.AddSingleton<IEnrichmentLane, ArtistLane>();
        services.AddSingleton<IEnrichmentLane, GenreLane>();
        services.AddSingleton<ITrackEnricher, TrackEnricher>();
        services.AddSingleton<TrackReload>();
        services.AddSingleton(static provider => new EnrichmentCoverage(
            provider.GetRequiredService<IDbContextFactory<DashboardDbContext>>(),
            provider.GetRequiredService<EnrichmentQueue>(),
            provider.GetRequiredService<EnrichmentProgress>(),
            provider.GetRequiredService<ISpotifyCapabilities>()));
        services.AddSingleton<EnrichmentService>();
        services.AddSingleton(static provider => new Reenrichment(provider.GetRequiredService<StorageWriter>(), provider.GetRequiredService<EnrichmentService>()));
        services.AddHostedService(static provider => provider.GetRequiredService<EnrichmentService>());
        return services;
    }
}
