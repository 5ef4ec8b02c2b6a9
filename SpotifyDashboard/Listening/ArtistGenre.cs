namespace SpotifyDashboard.Listening;

/// <summary>One genre of an artist, as one source names it.</summary>
public sealed class ArtistGenre
{
    public int ArtistId { get; set; }

    /// <summary>The genre's name, lower case.</summary>
    public required string Genre { get; set; }

    /// <summary>Who says so, for example <c>spotify</c>.</summary>
    public required string Provenance { get; set; }

    /// <summary>How strongly, in the source's own units; null where it does not say.</summary>
    public double? Weight { get; set; }

    /// <summary>When it was stored (UTC).</summary>
    public DateTimeOffset StoredAt { get; set; }
}
