namespace SpotifyDashboard.Storage;

/// <summary>A track that ReccoBeats suggested to a listener. It stands apart from <c>tracks</c>, which hold what somebody played, saved or imported.</summary>
public sealed class SuggestedTrackRow
{
    public int ListenerId { get; set; }

    /// <summary>Spotify's id.</summary>
    public required string SpotifyId { get; set; }

    /// <summary>The title.</summary>
    public required string Title { get; set; }

    /// <summary>Its artists' names, the main one first, as they are shown.</summary>
    public required string Artist { get; set; }

    /// <summary>Name of the main artist alone.</summary>
    public required string MainArtist { get; set; }

    /// <summary>Length in milliseconds; null while unknown.</summary>
    public int? DurationMs { get; set; }

    /// <summary>International standard recording code; null while unknown.</summary>
    public string? Isrc { get; set; }

    /// <summary>How it sounds: the thirteen values in the order of <see cref="Listening.Feature"/>, null where unknown (JSON).</summary>
    public required string Features { get; set; }

    /// <summary>When it was suggested (UTC).</summary>
    public DateTimeOffset SuggestedAt { get; set; }
}
