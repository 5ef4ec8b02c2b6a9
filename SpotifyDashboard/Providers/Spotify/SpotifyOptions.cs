namespace SpotifyDashboard.Providers.Spotify;

/// <summary>How to reach Spotify, and as which app: section <c>Spotify</c>.</summary>
public sealed class SpotifyOptions
{
    public const string SectionName = "Spotify";

    /// <summary>The app's client id (<c>SPOTIFY_CLIENT_ID</c>); empty: the one entered on the page.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The app's secret (<c>SPOTIFY_CLIENT_SECRET</c>); empty: PKCE alone.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Where Spotify sends the browser back to (<c>SPOTIFY_REDIRECT_URI</c>), exactly as registered.</summary>
    public string RedirectUri { get; set; } = "http://127.0.0.1:5080/callback";

    /// <summary>A refresh token to begin with on a machine without a browser (<c>SPOTIFY_REFRESH_TOKEN</c>).</summary>
    public string RefreshToken { get; set; } = "";

    /// <summary>The accounts service; may carry a path prefix.</summary>
    public string AccountsUrl { get; set; } = "https://accounts.spotify.com";

    /// <summary>The Web API; may carry a path prefix.</summary>
    public string ApiUrl { get; set; } = "https://api.spotify.com/v1";

    /// <summary>Calls to the Web API in any 24 hours, for the whole installation.</summary>
    public int DailyCalls { get; set; } = 500;
}
