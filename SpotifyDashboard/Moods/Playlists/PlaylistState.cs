namespace SpotifyDashboard.Moods.Playlists;

/// <summary>Where a playlist stands on its way to Spotify.</summary>
internal enum PlaylistState
{
    /// <summary>Asked for; nothing was sent, because the listener has not allowed it yet.</summary>
    AwaitsConsent,

    /// <summary>A job makes it.</summary>
    UnderWay,

    /// <summary>All of it is at Spotify.</summary>
    Made,

    /// <summary>It ended early; another try goes on from there.</summary>
    Failed,

    /// <summary>Nobody knows whether Spotify made it: the answer got lost. Only the listener can look.</summary>
    Unsettled,
}
