namespace SpotifyDashboard.Storage;

/// <summary>Somebody who may sign in.</summary>
public sealed class AccountRow
{
    public int Id { get; set; }

    /// <summary>Whose dashboard they see: made with the account, or for a guest that of the listener who invited them.</summary>
    public int ListenerId { get; set; }

    /// <summary>The name they sign in with, as <c>LoginNames</c> normalises it; null where they sign in with Spotify alone.</summary>
    public string? LoginName { get; set; }

    /// <summary>How the dashboard calls them.</summary>
    public required string DisplayName { get; set; }

    /// <summary>By ASP.NET's <c>PasswordHasher</c>; null where there is no password.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>The <c>VisitorRole</c>.</summary>
    public byte Role { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When an owner closed it (UTC): nobody signs in with it any more; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Raised with every change of password, role or closing, so that a page which stands on an older one does not hold.</summary>
    public int SecurityVersion { get; set; }
}
