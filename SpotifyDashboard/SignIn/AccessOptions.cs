namespace SpotifyDashboard.SignIn;

/// <summary>Who may see the dashboard: section <c>Access</c>.</summary>
internal sealed class AccessOptions
{
    public const string SectionName = "Access";

    /// <summary><c>Local</c> or <c>Accounts</c> (<see cref="AccessMode"/>), as text so that a wrong one is named.</summary>
    public string Mode { get; set; } = nameof(AccessMode.Local);

    /// <summary>The one-time code that makes the first account the owner's; empty: one is made and printed in the log.</summary>
    public string SetupCode { get; set; } = "";

    /// <summary>The listener whose top 20 anybody may see at <c>/top20/public</c>; null: nobody's.</summary>
    public int? PublicTop20 { get; set; }

    /// <summary>How many requests a session, and an address, may make in any sixty seconds to the API and to sign in.</summary>
    public int RequestsPerMinute { get; set; } = 300;

    /// <summary>Other sites whose scripts may call the API with an access token, separated by blanks or commas; none by default.</summary>
    public string CorsOrigins { get; set; } = "";

    /// <summary>Host names under which the dashboard is reached, separated by blanks or commas, beside addresses of numbers, this machine's names and the host of <c>Spotify:RedirectUri</c>.</summary>
    public string Hosts { get; set; } = "";

    /// <summary>Networks (CIDR) of the proxies whose forwarded headers are believed, separated by blanks or commas; none by default.</summary>
    public string KnownProxies { get; set; } = "";

    /// <summary>Path of a PKCS#12 or PEM file that wraps the key ring in the database; several replicas don't start without it.</summary>
    public string KeyRingCertificate { get; set; } = "";

    /// <summary>What opens the files of <see cref="KeyRingCertificate"/> and <see cref="KeyRingOldCertificates"/>; empty where they need nothing.</summary>
    public string KeyRingPassword { get; set; } = "";

    /// <summary>Further certificates that may open keys, separated by commas: yesterday's while keys are wrapped anew, tomorrow's before all replicas have it.</summary>
    public string KeyRingOldCertificates { get; set; } = "";

    /// <summary><see cref="KeyRingOldCertificates"/>, one by one.</summary>
    public IReadOnlyList<string> OldCertificates => KeyRingOldCertificates.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary><see cref="Mode"/>, once it was checked.</summary>
    public AccessMode AccessMode => Enum.TryParse<AccessMode>(Mode, ignoreCase: true, out var mode) ? mode : AccessMode.Local;
}
