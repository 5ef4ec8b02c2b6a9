namespace SpotifyDashboard.Listening;

/// <summary>What one source said of one play, kept as it came. Unique per source, so repeating is harmless.</summary>
/// <remarks>
/// Plays are derived from sightings and can be derived again at any time; a sighting is never changed but for
/// <see cref="MergedIntoId"/>. The exported IP address and user agent are never stored.
/// </remarks>
public sealed class Sighting
{
    /// <summary>Ascending in the order of storing. Given by the writer, under the write lock.</summary>
    public long Id { get; set; }

    /// <summary>Whose play it is.</summary>
    public int ListenerId { get; set; }

    /// <summary>When the stream stopped, as the source gave it (UTC).</summary>
    public DateTimeOffset EndedAt { get; set; }

    /// <summary>Who said so.</summary>
    public Source Source { get; set; }

    /// <summary>The track, or the track known by name only that the source's names stand for.</summary>
    public int TrackId { get; set; }

    /// <summary>Milliseconds played; for a poll, which does not tell, the track's length or 0 where that is unknown.</summary>
    public int MsPlayed { get; set; }

    /// <summary>The export's <c>offline_timestamp</c> as given (seconds or milliseconds since 1970); 0 where none.</summary>
    public long OfflineTimestamp { get; set; }

    /// <summary>Tells rows apart that are equal in all else and yet real: several short plays within one minute of an account export.</summary>
    public short Occurrence { get; set; }

    /// <summary>Reasons, platform and country.</summary>
    public int CircumstanceId { get; set; }

    /// <summary>Shuffle, skipped, offline, private session.</summary>
    public SightingTraits Flags { get; set; }

    /// <summary>Playlist, album or artist it was played from; null where the source does not tell.</summary>
    public int? ContextId { get; set; }

    /// <summary>The file of an import that brought it; null for polls and the demo.</summary>
    public int? ImportFileId { get; set; }

    /// <summary>The sighting whose play this one belongs to; null where it carries a play of its own.</summary>
    public long? MergedIntoId { get; set; }
}
