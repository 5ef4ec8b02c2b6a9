namespace SpotifyDashboard.Listening;

/// <summary>A podcast episode or audiobook chapter that was heard: counted apart from music and kept for later.</summary>
public sealed class SpokenSighting
{
    public int ListenerId { get; set; }

    /// <summary>When the stream stopped, as given (UTC).</summary>
    public DateTimeOffset EndedAt { get; set; }

    /// <summary>Podcast or audiobook.</summary>
    public SpokenKind Kind { get; set; }

    /// <summary>Spotify URI of the episode or chapter; empty where the export gives none.</summary>
    public required string Uri { get; set; }

    /// <summary>Title of the episode or chapter; empty where unknown.</summary>
    public required string Title { get; set; }

    /// <summary>The podcast or the audiobook it belongs to; empty where unknown.</summary>
    public required string Show { get; set; }

    /// <summary>Milliseconds played.</summary>
    public int MsPlayed { get; set; }
}
