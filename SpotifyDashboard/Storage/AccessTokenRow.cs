namespace SpotifyDashboard.Storage;

/// <summary>A personal access token: lets a program in as one account. The token itself is stored nowhere.</summary>
public sealed class AccessTokenRow
{
    public int Id { get; set; }

    /// <summary>SHA-256 of the token, base64url.</summary>
    public required string TokenHash { get; set; }

    /// <summary>The beginning of the token, by which its owner tells it from others.</summary>
    public required string Prefix { get; set; }

    /// <summary>What it is for, as its owner says.</summary>
    public required string Label { get; set; }

    /// <summary>The <c>TokenScope</c>: reading alone, or changing too.</summary>
    public byte Scope { get; set; }

    /// <summary>Whose it is.</summary>
    public int AccountId { get; set; }

    /// <summary>The listener of that account.</summary>
    public int ListenerId { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>From when on it opens nothing (UTC); null: until it is revoked.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>When it was last used, to the minute (UTC); null while it was not.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>When it was revoked (UTC); null while it was not.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
