namespace SpotifyDashboard.Storage;

/// <summary>What became of asking one provider for one track or artist; also that there was nothing, and when to ask again.</summary>
public sealed class EnrichmentRow
{
    /// <summary>0 track, 1 artist.</summary>
    public byte Subject { get; set; }

    /// <summary>Number of the track's or artist's row.</summary>
    public int SubjectId { get; set; }

    /// <summary>For example <c>reccobeats</c>.</summary>
    public required string Provider { get; set; }

    /// <summary>0 found, 1 missing, 2 failed.</summary>
    public byte Outcome { get; set; }

    /// <summary>When it was asked (UTC).</summary>
    public DateTimeOffset TriedAt { get; set; }

    /// <summary>When to ask again (UTC); null for never.</summary>
    public DateTimeOffset? RetryAt { get; set; }

    /// <summary>Why it failed, in plain words.</summary>
    public string? Detail { get; set; }
}
