namespace SpotifyDashboard.Storage;

/// <summary>The JSON that a provider answered for a track, as it came: what a later version may read more from.</summary>
public sealed class TrackDocument
{
    public int TrackId { get; set; }

    /// <summary>The provider, for example <c>spotify</c>.</summary>
    public required string Provider { get; set; }

    public required string Json { get; set; }

    /// <summary>When it was fetched (UTC).</summary>
    public DateTimeOffset FetchedAt { get; set; }
}
