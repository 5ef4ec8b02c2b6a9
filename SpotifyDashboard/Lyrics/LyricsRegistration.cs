namespace SpotifyDashboard.Lyrics;

/// <summary>Registers the words of songs.</summary>
internal static class LyricsRegistration
{
    /// <summary>Adds what finds, keeps and reads the words of songs.</summary>
    public static IServiceCollection AddLyrics(this IServiceCollection services)
    {
        return services;
    }
}
