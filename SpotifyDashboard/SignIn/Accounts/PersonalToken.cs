namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>A personal access token, without the token itself.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Prefix">Its beginning.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Scope">What it may do.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
/// <param name="ExpiresAt">From when on it opens nothing (UTC); null: until it is revoked.</param>
/// <param name="LastUsedAt">When it was last used, to the minute (UTC); null while it was not.</param>
internal sealed record PersonalToken(
    int Id, string Prefix, string Label, TokenScope Scope, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt);
