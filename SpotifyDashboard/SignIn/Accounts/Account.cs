using SpotifyDashboard.Session;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Somebody who may sign in, without what only signing in needs.</summary>
/// <param name="Id">The account's number.</param>
/// <param name="ListenerId">Whose dashboard they see.</param>
/// <param name="Role">What they may do.</param>
/// <param name="DisplayName">How the dashboard calls them.</param>
/// <param name="LoginName">The name they sign in with; null where they have none.</param>
/// <param name="HasPassword">Whether they may sign in with a password.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
/// <param name="ClosedAt">When it was closed (UTC); null while it is open.</param>
internal sealed record Account(
    int Id, int ListenerId, VisitorRole Role, string DisplayName, string? LoginName, bool HasPassword, DateTimeOffset CreatedAt, DateTimeOffset? ClosedAt)
{
    /// <summary>The account of a row.</summary>
    public static Account Of(AccountRow row) => new(
        row.Id, row.ListenerId, (VisitorRole)row.Role, row.DisplayName, row.LoginName, row.PasswordHash is not null, row.CreatedAt, row.ClosedAt);
}
