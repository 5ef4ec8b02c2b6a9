namespace SpotifyDashboard.Providers.Lyrics;

/// <summary>The song whose words are looked for: all that is told to those who are asked.</summary>
/// <param name="Title">As Spotify writes it.</param>
/// <param name="Artist">Its main artist.</param>
/// <param name="Album">Its album; null while unknown.</param>
/// <param name="DurationMs">Its length in milliseconds; null while unknown.</param>
internal sealed record SongQuestion(string Title, string Artist, string? Album = null, int? DurationMs = null)
{
    private const double MsPerSecond = 1000;

    /// <summary>The length in seconds.</summary>
    public double? Seconds => DurationMs / MsPerSecond;
}
