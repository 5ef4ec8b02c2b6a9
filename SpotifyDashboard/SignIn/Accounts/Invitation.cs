using SpotifyDashboard.Session;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>A way in for one person, without its code.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Role">What whoever takes it may do.</param>
/// <param name="ListenerId">The listener who invites: whose dashboard a guest sees.</param>
/// <param name="Note">Whom it is for; null where nothing was noted.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
/// <param name="ExpiresAt">From when on it opens nothing (UTC).</param>
/// <param name="UsedAt">When it was taken (UTC); null while it was not.</param>
/// <param name="RevokedAt">When it was withdrawn (UTC); null while it was not.</param>
internal sealed record Invitation(
    int Id, VisitorRole Role, int ListenerId, string? Note, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt, DateTimeOffset? RevokedAt);
