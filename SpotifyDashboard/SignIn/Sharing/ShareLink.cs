namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>A share link as its listener sees it; its address is shown once, when it is made.</summary>
/// <param name="Id">The link's number.</param>
/// <param name="Page">The dashboard's own address of what it shows.</param>
/// <param name="Title">The same in words.</param>
/// <param name="ShowsName">Whether it says the listener's name and shows their picture.</param>
/// <param name="State">Whether it still works.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
/// <param name="ExpiresAt">When it ends by itself (UTC).</param>
/// <param name="RevokedAt">When it was withdrawn (UTC); null where it was not.</param>
/// <param name="LastSeenAt">When it was last opened (UTC); null where it never was.</param>
/// <param name="Uses">How often it was opened.</param>
public sealed record ShareLink(
    int Id,
    string Page,
    string Title,
    bool ShowsName,
    ShareState State,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? LastSeenAt,
    int Uses);
