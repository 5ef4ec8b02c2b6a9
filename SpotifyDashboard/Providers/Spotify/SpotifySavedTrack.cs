namespace SpotifyDashboard.Providers.Spotify;

/// <summary>A track in the listener's library.</summary>
/// <param name="SavedAt">When it was saved (UTC).</param>
/// <param name="Track">The track.</param>
public sealed record SpotifySavedTrack(DateTimeOffset SavedAt, SpotifyTrack Track);
