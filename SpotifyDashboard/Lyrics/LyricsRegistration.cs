using SpotifyDashboard.Components;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Storage.News;

namespace SpotifyDashboard.Lyrics;

/// <summary>Registers the words of songs.</summary>
internal static class LyricsRegistration
{
    /// <summary>Adds what finds, keeps and reads the words of songs.</summary>
    public static IServiceCollection AddLyrics(this IServiceCollection services)
    {
        services.AddOptions<LyricsOptions>().BindConfiguration(LyricsOptions.SectionName);
        services.AddSingleton<LyricsNews>();
        services.AddListenerNews<LyricsNews>("lyrics");
        services.AddSingleton<LyricsSwitch>();
        services.AddSingleton<LyricsStore>();
        services.AddSingleton<LyricsFinder>();
        services.AddSingleton<WantedSongs>();
        services.AddSingleton<LyricsLibraries>();
        services.AddSingleton<LyricsService>();
        services.AddSingleton<WordsService>();
        services.AddSingleton<IJobHandler, LyricsJobHandler>();
        services.AddSingleton<LyricsCollector>();
        services.AddHostedService(static provider => provider.GetRequiredService<LyricsCollector>());
        services.AddSingleton(new TrackSection(typeof(TrackLyrics), "The words of the song"));
        return services;
    }
}
