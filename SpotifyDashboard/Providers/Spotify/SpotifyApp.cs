namespace SpotifyDashboard.Providers.Spotify;

/// <summary>The app at Spotify's developer site as which the dashboard logs in.</summary>
/// <param name="ClientId">Its client id.</param>
/// <param name="ClientSecret">Its secret; null: PKCE alone.</param>
public sealed record SpotifyApp(string ClientId, string? ClientSecret)
{
    /// <summary>The listener who brought it; null for the installation's app, which all others share.</summary>
    public int? ListenerId { get; init; }
}
