namespace SpotifyDashboard.Providers.Lyrics;

/// <summary>How to reach Genius: section <c>Genius</c>.</summary>
public sealed class GeniusOptions
{
    public const string SectionName = "Genius";

    /// <summary>The address of its API; may carry a path prefix.</summary>
    public string Url { get; set; } = "https://api.genius.com";

    /// <summary>The client access token of an app at Genius; empty: Genius is never asked.</summary>
    public string AccessToken { get; set; } = "";
}
