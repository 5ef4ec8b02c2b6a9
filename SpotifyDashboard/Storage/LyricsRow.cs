namespace SpotifyDashboard.Storage;

/// <summary>What came of looking for the words of one track for one listener; also that there was nothing, and when to ask again.</summary>
/// <remarks>Words belong to who wrote them: they are kept for the listener they were looked up for, and go with them.</remarks>
public sealed class LyricsRow
{
    public int ListenerId { get; set; }

    /// <summary>Number of the track's row.</summary>
    public int TrackId { get; set; }

    /// <summary>0 found, 1 instrumental, 2 missing, 3 failed.</summary>
    public byte Outcome { get; set; }

    /// <summary>The words; null unless found.</summary>
    public string? Text { get; set; }

    /// <summary>LRCLIB's number of the record; null where there is none.</summary>
    public long? RecordId { get; set; }

    /// <summary>When it was asked (UTC).</summary>
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>When to ask again (UTC); null for never.</summary>
    public DateTimeOffset? RetryAt { get; set; }

    /// <summary>Why it failed, in plain words; never anything of the words themselves.</summary>
    public string? Detail { get; set; }

    /// <summary>The song's page at Genius; null where none is known.</summary>
    public string? PageUrl { get; set; }

    /// <summary>When Genius answered for the page (UTC); null while it was not asked, or did not answer.</summary>
    public DateTimeOffset? PageAskedAt { get; set; }
}
