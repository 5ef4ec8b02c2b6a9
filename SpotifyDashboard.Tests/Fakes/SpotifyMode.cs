namespace SpotifyDashboard.Tests.Fakes;

/// <summary>Which of Spotify's two worlds an app lives in.</summary>
public enum SpotifyMode
{
    /// <summary>What everybody can make in 2026: fewer endpoints, fewer fields.</summary>
    Development,

    /// <summary>An old app of a company: everything, audio features too.</summary>
    Extended,
}
