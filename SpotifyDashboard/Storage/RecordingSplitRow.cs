namespace SpotifyDashboard.Storage;

/// <summary>A listener's word that two tracks are not the same recording.</summary>
public sealed class RecordingSplitRow
{
    public int ListenerId { get; set; }

    /// <summary>The lower of the two track numbers.</summary>
    public int TrackId { get; set; }

    /// <summary>The higher.</summary>
    public int OtherTrackId { get; set; }

    /// <summary>When they said so (UTC).</summary>
    public DateTimeOffset DecidedAt { get; set; }
}
