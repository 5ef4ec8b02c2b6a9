using SpotifyDashboard.Components.Layout;
using SpotifyDashboard.Jobs;

namespace SpotifyDashboard.Moods.Playlists;

/// <summary>Registers playlists.</summary>
internal static class PlaylistRegistration
{
    public static IServiceCollection AddPlaylists(this IServiceCollection services)
    {
        services.AddSingleton<PlaylistTracks>();
        services.AddSingleton<PlaylistStore>();
        services.AddSingleton<PlaylistService>();
        services.AddSingleton<IJobHandler, PlaylistJobHandler>();
        services.AddSingleton(new PageBanner(typeof(PlaylistBanner)));
        return services;
    }
}
