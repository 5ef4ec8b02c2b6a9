namespace SpotifyDashboard.Storage;

/// <summary>One place in Spotify's own top list of a listener.</summary>
public sealed class TopItemRow
{
    public int ListenerId { get; set; }

    /// <summary>0 tracks, 1 artists.</summary>
    public byte Kind { get; set; }

    /// <summary>0 short term, 1 medium term, 2 long term.</summary>
    public byte Range { get; set; }

    /// <summary>1 for the first.</summary>
    public short Rank { get; set; }

    /// <summary>The track, where tracks are listed.</summary>
    public int? TrackId { get; set; }

    /// <summary>The artist, where artists are listed.</summary>
    public int? ArtistId { get; set; }

    /// <summary>When Spotify said so (UTC).</summary>
    public DateTimeOffset FetchedAt { get; set; }
}
