namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>A browser in which somebody is signed in, for the list of them.</summary>
/// <param name="Id">The session's number.</param>
/// <param name="Label">What the browser called itself: <c>Firefox on Linux</c>.</param>
/// <param name="CreatedAt">When they signed in (UTC).</param>
/// <param name="LastSeenAt">When it was last used (UTC).</param>
/// <param name="ExpiresAt">When it ends at the latest (UTC).</param>
internal sealed record OpenSession(int Id, string Label, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, DateTimeOffset ExpiresAt);
