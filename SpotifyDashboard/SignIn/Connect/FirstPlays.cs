namespace SpotifyDashboard.SignIn.Connect;

/// <summary>What has come in from Spotify for a listener so far.</summary>
/// <param name="Plays">Stored plays, imported ones included.</param>
/// <param name="HasPolled">Whether Spotify has answered a poll.</param>
/// <param name="Failure">Why the last poll failed; null where it did not.</param>
/// <param name="NextAt">When Spotify is asked next (UTC); null where unknown.</param>
internal sealed record FirstPlays(long Plays, bool HasPolled, string? Failure, DateTimeOffset? NextAt);
