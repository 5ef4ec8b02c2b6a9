namespace SpotifyDashboard.Storage;

/// <summary>A browser in which somebody signed in. The cookie's token itself is stored nowhere.</summary>
public sealed class SessionRow
{
    public int Id { get; set; }

    /// <summary>SHA-256 of the token in the cookie, base64url.</summary>
    public required string TokenHash { get; set; }

    /// <summary>Who signed in.</summary>
    public int AccountId { get; set; }

    /// <summary>The listener of that account.</summary>
    public int ListenerId { get; set; }

    /// <summary>What the browser calls itself in two words, like <c>Firefox on Linux</c>: for the list of sessions.</summary>
    public required string Label { get; set; }

    /// <summary>When they signed in (UTC).</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last used, to the minute (UTC).</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When it ends however much it is used (UTC).</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When it was ended (UTC); null while it was not.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
