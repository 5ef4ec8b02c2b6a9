namespace SpotifyDashboard.Storage;

/// <summary>A playlist that a listener wants at Spotify, and how far it is. A job that is repeated goes on by it, so that there is never a second one.</summary>
public sealed class PlaylistRow
{
    /// <summary>The dashboard's own number of it.</summary>
    public Guid Id { get; set; }

    public int ListenerId { get; set; }

    /// <summary>What it is called.</summary>
    public required string Name { get; set; }

    /// <summary>Spotify's ids of its tracks, in order (JSON).</summary>
    public required string TrackIds { get; set; }

    /// <summary>How many tracks were left out because Spotify has no id for them.</summary>
    public int LeftOut { get; set; }

    /// <summary>When it was asked for (UTC).</summary>
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>The job that makes it; null while it waits for consent.</summary>
    public Guid? JobId { get; set; }

    /// <summary>Since when Spotify may have made it without our knowing its id (UTC); null before it was asked, and once that is settled.</summary>
    public DateTimeOffset? UnsettledSince { get; set; }

    /// <summary>Spotify's id; null until it is there.</summary>
    public string? SpotifyId { get; set; }

    /// <summary>Its page at Spotify.</summary>
    public string? Url { get; set; }

    /// <summary>How many of its tracks are surely in it.</summary>
    public int Added { get; set; }

    /// <summary>How many may be in it: more than <see cref="Added"/> while an answer is awaited, or got lost.</summary>
    public int Sent { get; set; }

    /// <summary>When all of it was there (UTC).</summary>
    public DateTimeOffset? DoneAt { get; set; }
}
