namespace SpotifyDashboard.Storage;

/// <summary>A way in for one person. The code itself is stored nowhere.</summary>
public sealed class InvitationRow
{
    public int Id { get; set; }

    /// <summary>SHA-256 of the code, base64url.</summary>
    public required string CodeHash { get; set; }

    /// <summary>The <c>VisitorRole</c> that whoever takes it gets.</summary>
    public byte Role { get; set; }

    /// <summary>The listener who invites: whose dashboard a guest sees.</summary>
    public int ListenerId { get; set; }

    /// <summary>The account that made it.</summary>
    public int CreatedBy { get; set; }

    /// <summary>Whom it is for, as the inviter noted; null where nothing.</summary>
    public string? Note { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>From when on it opens nothing (UTC).</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When it was taken (UTC); null while it was not.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>The account that was made with it.</summary>
    public int? UsedBy { get; set; }

    /// <summary>When it was withdrawn (UTC); null while it was not.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
