namespace SpotifyDashboard.Listening;

/// <summary>A stretch in which plays may be missing; an import closes it.</summary>
public sealed class Gap
{
    public int Id { get; set; }

    public int ListenerId { get; set; }

    /// <summary>End of the last play known before it (UTC).</summary>
    public DateTimeOffset FromAt { get; set; }

    /// <summary>End of the first play known after it (UTC).</summary>
    public DateTimeOffset ToAt { get; set; }

    /// <summary>When a poll found it (UTC).</summary>
    public DateTimeOffset FoundAt { get; set; }

    /// <summary>When it was closed (UTC); null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The file whose import closed it.</summary>
    public string? ClosedBy { get; set; }
}
