namespace SpotifyDashboard.Listening;

/// <summary>A track that belongs to a listener's library without a play: imported from a CSV, or saved at Spotify.</summary>
public sealed class LibraryTrack
{
    public int ListenerId { get; set; }

    public int TrackId { get; set; }

    /// <summary>Who brought it.</summary>
    public Source Source { get; set; }

    /// <summary>When it was added to the dashboard (UTC).</summary>
    public DateTimeOffset AddedAt { get; set; }

    /// <summary>When it was saved at Spotify (UTC); null where it is not.</summary>
    public DateTimeOffset? SavedAt { get; set; }
}
