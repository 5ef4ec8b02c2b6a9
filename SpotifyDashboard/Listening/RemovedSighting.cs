namespace SpotifyDashboard.Listening;

/// <summary>A sighting whose play its listener took out of their history. The sighting itself stays as it came.</summary>
/// <remarks>A play is left out while any of its sightings is removed, so that it stays away whoever sees it again.</remarks>
public sealed class RemovedSighting
{
    /// <summary>Whose history it is.</summary>
    public int ListenerId { get; set; }

    /// <summary>The sighting.</summary>
    public long SightingId { get; set; }

    /// <summary>When it was removed, the last time (UTC).</summary>
    public DateTimeOffset RemovedAt { get; set; }

    /// <summary>When it was taken back since (UTC); null while it is removed. Kept, so that of two copies of a history the later word holds.</summary>
    public DateTimeOffset? RestoredAt { get; set; }
}
