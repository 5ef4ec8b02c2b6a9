namespace SpotifyDashboard.Ingest.Live;

/// <summary>A track as it is stored, or has just been.</summary>
internal sealed record KnownTrack(
    int Id, long NamedAt, string NameKey, TrackWords Words, int ArtistId, int? AlbumId, int? DurationMs, string? Isrc, bool? Explicit, bool HasDocument);
