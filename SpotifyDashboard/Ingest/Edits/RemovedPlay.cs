namespace SpotifyDashboard.Ingest.Edits;

/// <summary>A play that its listener took out of their history. It can be restored at any time.</summary>
/// <param name="Id">Number of the play, for restoring it.</param>
/// <param name="StartedAt">When it began (UTC).</param>
/// <param name="EndedAt">When it stopped (UTC).</param>
/// <param name="MsPlayed">Milliseconds played.</param>
/// <param name="TrackId">Spotify's id of the track, or <c>name:</c> and a number where only its names are known.</param>
/// <param name="Title">The track's title; empty where unknown.</param>
/// <param name="Artist">Its artist.</param>
/// <param name="Album">Its album; null where unknown.</param>
/// <param name="Source">The most trusted source that saw the play.</param>
/// <param name="RemovedAt">When it was removed (UTC).</param>
public sealed record RemovedPlay(
    long Id,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    int MsPlayed,
    string TrackId,
    string Title,
    string Artist,
    string? Album,
    string Source,
    DateTimeOffset RemovedAt);
