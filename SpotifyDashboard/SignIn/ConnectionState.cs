namespace SpotifyDashboard.SignIn;

/// <summary>How the dashboard stands with Spotify.</summary>
public enum ConnectionState
{
    /// <summary>No client id is known: nobody can log in.</summary>
    NotConfigured,

    /// <summary>Nobody has logged in, or they logged out.</summary>
    NotConnected,

    /// <summary>There is a login to work with.</summary>
    Connected,

    /// <summary>There was a login, and Spotify wants another one.</summary>
    NeedsLogin,
}
