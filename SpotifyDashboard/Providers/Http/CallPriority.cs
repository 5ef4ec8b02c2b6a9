namespace SpotifyDashboard.Providers.Http;

/// <summary>What a call to Spotify is for, in the order in which scarce calls are given out: the first first.</summary>
public enum CallPriority : byte
{
    /// <summary>Finding out who has just logged in.</summary>
    Login,

    /// <summary>Recently played: a call not made in time loses plays.</summary>
    Poll,

    /// <summary>Top tracks and artists.</summary>
    Top,

    /// <summary>Saved tracks, and playlists that the listener asked for.</summary>
    Saved,

    /// <summary>Single look-ups of what tracks and artists lack.</summary>
    Metadata,
}
