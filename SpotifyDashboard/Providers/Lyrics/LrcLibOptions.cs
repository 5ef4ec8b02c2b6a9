namespace SpotifyDashboard.Providers.Lyrics;

/// <summary>How to reach LRCLIB: section <c>LrcLib</c>.</summary>
public sealed class LrcLibOptions
{
    public const string SectionName = "LrcLib";

    /// <summary>Its address; may carry a path prefix.</summary>
    public string Url { get; set; } = "https://lrclib.net/api";
}
