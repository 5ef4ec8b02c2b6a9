namespace SpotifyDashboard.Session;

/// <summary>What somebody who looks at the dashboard may do.</summary>
public enum VisitorRole
{
    /// <summary>Looks at the dashboard of the listener who invited them, and changes nothing.</summary>
    Guest,

    /// <summary>Has plays of their own, and sees nobody else's.</summary>
    Listener,

    /// <summary>A listener who also runs the house: invites, closes, deletes, watches jobs and caches.</summary>
    Owner,
}
