using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest;

/// <summary>What the merger needs to know of one sighting. Times are milliseconds since 1970 (UTC).</summary>
internal readonly record struct SightingFacts
{
    /// <summary>The sighting's number; becomes the play's where the play rests on it.</summary>
    public required long Id { get; init; }

    /// <summary>When the stream stopped, as the source gave it.</summary>
    public required long EndedAt { get; init; }

    public required Source Source { get; init; }

    public required int TrackId { get; init; }

    public required int MsPlayed { get; init; }

    /// <summary>The export's <c>offline_timestamp</c> as given; 0 where none.</summary>
    public long OfflineTimestamp { get; init; }

    public short Occurrence { get; init; }

    public int CircumstanceId { get; init; }

    public SightingTraits Flags { get; init; }

    public int? ContextId { get; init; }

    /// <summary>What it is stored as being merged into; null where it carries a play or is new.</summary>
    public long? MergedIntoId { get; init; }

    /// <summary>Whether its <c>reason_end</c> begins with <c>unexpected-exit</c>.</summary>
    public bool ExitedUnexpectedly { get; init; }

    /// <summary>Whether its listener removed it, so that its play is left out.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>Whether it was removed before this transaction, when plays were derived last.</summary>
    public bool WasRemoved { get; init; }

    /// <summary>Artist and title in comparable form, see <see cref="NameKey"/>; needed only where sources meet.</summary>
    public string Names { get; init; }

    /// <summary>Spotify's id of the track: breaks ties by data rather than by the order of arrival; needed only where sources meet.</summary>
    public string? SpotifyId { get; init; }

    /// <summary>When the play began and ended, by this sighting alone.</summary>
    public PlayTimes Times =>
        PlayTimes.Of(Source, EndedAt, MsPlayed, OfflineTimestamp, (Flags & SightingTraits.Offline) != SightingTraits.None, ExitedUnexpectedly);
}
