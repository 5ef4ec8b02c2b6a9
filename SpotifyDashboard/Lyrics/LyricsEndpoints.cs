namespace SpotifyDashboard.Lyrics;

/// <summary>The API of the words of songs.</summary>
internal static class LyricsEndpoints
{
    /// <summary>Maps it.</summary>
    public static IEndpointRouteBuilder MapLyrics(this IEndpointRouteBuilder app)
    {
        return app;
    }
}
