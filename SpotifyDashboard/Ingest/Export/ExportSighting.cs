using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.Export;

/// <summary>A sighting as an export tells it; moments are milliseconds since 1970 (UTC).</summary>
/// <param name="EndedAt">When the stream stopped, as the source gave it.</param>
/// <param name="Source">Who said so.</param>
/// <param name="Track">The track.</param>
/// <param name="MsPlayed">Milliseconds played.</param>
/// <param name="OfflineTimestamp">As given; 0 where none.</param>
/// <param name="Occurrence">Tells equal rows apart.</param>
/// <param name="Circumstance">Reasons, platform and country.</param>
/// <param name="Flags">Shuffle, skipped, offline, private session.</param>
/// <param name="ContextUri">What it was played from; null where unknown.</param>
/// <param name="IsHidden">Whether another row tells its play, or it was removed: other programs must not count it.</param>
/// <param name="RemovedAt">When it was removed; null where it never was.</param>
/// <param name="RestoredAt">When it was taken back since.</param>
internal readonly record struct ExportSighting(
    long EndedAt,
    Source Source,
    ExportTrack Track,
    int MsPlayed,
    long OfflineTimestamp,
    short Occurrence,
    Circumstance Circumstance,
    SightingTraits Flags,
    string? ContextUri,
    bool IsHidden,
    long? RemovedAt,
    long? RestoredAt);
