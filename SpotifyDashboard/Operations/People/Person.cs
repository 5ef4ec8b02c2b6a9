using SpotifyDashboard.Session;

namespace SpotifyDashboard.Operations.People;

/// <summary>Somebody with an account, as an owner sees them. Times are UTC.</summary>
/// <param name="AccountId">The account's number.</param>
/// <param name="ListenerId">Whose dashboard they see.</param>
/// <param name="Name">How the dashboard calls them.</param>
/// <param name="Role">What they may do.</param>
/// <param name="LoginName">The name they sign in with; null for Spotify alone.</param>
/// <param name="CreatedAt">When the account was made.</param>
/// <param name="ClosedAt">When it was closed; null while it is open.</param>
/// <param name="Plays">Their plays; 0 for a guest.</param>
/// <param name="Rows">Rows that their sources told: most of what they take up; 0 for a guest.</param>
/// <param name="LastSeenAt">When one of their sessions was last used; null where there is none.</param>
/// <param name="Consent">How they stand with Spotify, in words.</param>
/// <param name="IsGoing">Whether their deletion was asked for and is not done.</param>
public sealed record Person(
    int AccountId,
    int ListenerId,
    string Name,
    VisitorRole Role,
    string? LoginName,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ClosedAt,
    long Plays,
    long Rows,
    DateTimeOffset? LastSeenAt,
    string Consent,
    bool IsGoing);
