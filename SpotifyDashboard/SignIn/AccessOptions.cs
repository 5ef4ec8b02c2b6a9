namespace SpotifyDashboard.SignIn;

/// <summary>Who may see the dashboard: section <c>Access</c>.</summary>
internal sealed class AccessOptions
{
    public const string SectionName = "Access";

    /// <summary><c>Local</c>: one listener, this machine only, no login. <c>Accounts</c> is not built yet.</summary>
    public string Mode { get; set; } = "Local";

    /// <summary>The listener whose top 20 anybody may see at <c>/top20/public</c>; null: nobody's.</summary>
    public int? PublicTop20 { get; set; }
}
