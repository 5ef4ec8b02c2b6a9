namespace SpotifyDashboard.Providers.Spotify;

/// <summary>One entry of the recently played.</summary>
/// <param name="EndedAt">When the play ended (UTC, milliseconds); Spotify calls it <c>played_at</c>.</param>
/// <param name="Track">What was played.</param>
/// <param name="ContextUri">Playlist, album or artist it was played from; null where unknown.</param>
public sealed record SpotifyPlay(DateTimeOffset EndedAt, SpotifyTrack Track, string? ContextUri);
