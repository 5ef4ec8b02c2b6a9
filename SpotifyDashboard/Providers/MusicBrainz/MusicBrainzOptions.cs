namespace SpotifyDashboard.Providers.MusicBrainz;

/// <summary>How to reach MusicBrainz: section <c>MusicBrainz</c>.</summary>
public sealed class MusicBrainzOptions
{
    public const string SectionName = "MusicBrainz";

    /// <summary>Its address; may carry a path prefix.</summary>
    public string Url { get; set; } = "https://musicbrainz.org/ws/2";
}
