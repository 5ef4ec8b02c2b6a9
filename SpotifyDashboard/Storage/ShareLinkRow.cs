namespace SpotifyDashboard.Storage;

/// <summary>A link by which a listener shows one page to whoever has it. The token itself is stored nowhere.</summary>
public sealed class ShareLinkRow
{
    public int Id { get; set; }

    /// <summary>Whose page it shows.</summary>
    public int ListenerId { get; set; }

    /// <summary>SHA-256 of the token, base64url.</summary>
    public required string TokenHash { get; set; }

    /// <summary>The page and its choices, as the dashboard's own address of it: <c>/top20?kind=artists&amp;range=6m</c>.</summary>
    public required string Page { get; set; }

    /// <summary>Whether the page says the listener's name and shows their picture.</summary>
    public bool ShowsName { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>From when on it shows nothing any more (UTC).</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When the listener withdrew it (UTC); null while they did not.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>When somebody last opened it (UTC); null while nobody did.</summary>
    public DateTimeOffset? LastSeenAt { get; set; }

    /// <summary>How often it was opened.</summary>
    public int Uses { get; set; }
}
