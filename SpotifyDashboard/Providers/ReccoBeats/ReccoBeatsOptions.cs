namespace SpotifyDashboard.Providers.ReccoBeats;

/// <summary>How to reach ReccoBeats: section <c>ReccoBeats</c>.</summary>
public sealed class ReccoBeatsOptions
{
    public const string SectionName = "ReccoBeats";

    /// <summary>Its address; may carry a path prefix.</summary>
    public string Url { get; set; } = "https://api.reccobeats.com/v1";
}
