namespace SpotifyDashboard.Providers.Spotify;

/// <summary>Names of Spotify's two services, as they stand in logs and on the status page.</summary>
public static class SpotifyService
{
    /// <summary>The Web API.</summary>
    public const string Api = "spotify";

    /// <summary>The accounts service.</summary>
    public const string Accounts = "spotify-accounts";
}
