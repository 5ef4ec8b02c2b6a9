namespace SpotifyDashboard.Moods.Playlists;

/// <summary>Whether a listener's playlists can be made at Spotify.</summary>
internal enum PlaylistAccess
{
    /// <summary>The demo: Spotify knows neither the listener nor the tracks.</summary>
    Demo,

    /// <summary>Nobody is logged in, or a new login is needed anyway.</summary>
    NotConnected,

    /// <summary>The listener has not yet allowed the dashboard to make playlists.</summary>
    NeedsConsent,

    /// <summary>All is granted.</summary>
    Ready,
}
