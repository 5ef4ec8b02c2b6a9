namespace SpotifyDashboard.SignIn;

/// <summary>Who may see the dashboard at all.</summary>
internal enum AccessMode
{
    /// <summary>One listener, this machine only, no login.</summary>
    Local,

    /// <summary>Whoever signs in, each their own dashboard.</summary>
    Accounts,
}
