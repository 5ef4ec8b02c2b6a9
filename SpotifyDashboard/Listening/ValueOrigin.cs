namespace SpotifyDashboard.Listening;

/// <summary>Where one value of a track comes from.</summary>
public sealed class ValueOrigin
{
    public int TrackId { get; set; }

    /// <summary>The column: <c>duration_ms</c>, <c>isrc</c>, <c>popularity</c>, …</summary>
    public required string Field { get; set; }

    /// <summary>The provider or the file.</summary>
    public required string Provenance { get; set; }

    /// <summary>When it was stored (UTC).</summary>
    public DateTimeOffset StoredAt { get; set; }
}
