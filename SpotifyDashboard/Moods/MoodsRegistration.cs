using SpotifyDashboard.Components;
using SpotifyDashboard.Moods.Pages;
using SpotifyDashboard.Moods.Playlists;
using SpotifyDashboard.Moods.Recommendations;
using SpotifyDashboard.Moods.Similarity;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Moods;

/// <summary>Registers the mood map.</summary>
internal static class MoodsRegistration
{
    /// <summary>Adds <see cref="MoodMapService"/> and what it reads and remembers with.</summary>
    public static IServiceCollection AddMoods(this IServiceCollection services)
    {
        services.AddSingleton<TrackFeaturesReader>();
        services.AddSingleton<MoodAnchors>();
        services.AddSingleton(static provider => new MoodMapService(
            provider.GetRequiredService<ListeningLogs>(),
            provider.GetRequiredService<ListenerDirectory>(),
            provider.GetRequiredService<TrackFeaturesReader>(),
            provider.GetRequiredService<MoodAnchors>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SimilarTracks>();
        services.AddSingleton<MoodPages>();
        services.AddSingleton<IPageSubjects, MoodPageSubjects>();
        return services.AddPlaylists().AddRecommendations();
    }
}
