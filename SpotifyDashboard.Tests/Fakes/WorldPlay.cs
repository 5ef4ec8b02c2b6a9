namespace SpotifyDashboard.Tests.Fakes;

/// <summary>One stream of one track, as it truly was.</summary>
/// <param name="EndedAt">UTC, to the millisecond.</param>
/// <param name="VisibleAt">When Spotify's history first shows it; null: never (a private session, an early skip).</param>
/// <param name="ContextUri">What it was played from, for example <c>spotify:playlist:…</c>.</param>
internal sealed record WorldPlay(WorldUser User, WorldTrack Track, DateTimeOffset EndedAt, DateTimeOffset? VisibleAt, string? ContextUri);
