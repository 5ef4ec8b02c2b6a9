namespace SpotifyDashboard.Lyrics;

/// <summary>Whether this installation looks for the words of songs: section <c>Lyrics</c>.</summary>
public sealed class LyricsOptions
{
    public const string SectionName = "Lyrics";

    /// <summary>False: nobody is ever asked, whatever listeners choose. What is stored can still be read.</summary>
    public bool Enabled { get; set; } = true;
}
