namespace SpotifyDashboard.Listening;

/// <summary>One stream of one track, derived from its sightings by <c>PlayMerger</c>.</summary>
public sealed class Play
{
    /// <summary>The id of the sighting it rests on: the most trusted one of those that saw this play.</summary>
    public long Id { get; set; }

    /// <summary>Whose play it is.</summary>
    public int ListenerId { get; set; }

    /// <summary>When it began (UTC). A play belongs to the local day and hour of this moment.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it stopped (UTC); pauses lie between.</summary>
    public DateTimeOffset EndedAt { get; set; }

    /// <summary>Milliseconds played.</summary>
    public int MsPlayed { get; set; }

    /// <summary>The track played.</summary>
    public int TrackId { get; set; }

    /// <summary>The most trusted source that saw it.</summary>
    public Source Source { get; set; }

    /// <summary>Whether times and milliseconds are exact or estimated.</summary>
    public Precision Precision { get; set; }

    /// <summary>Reasons, platform and country, from the best sighting that tells them.</summary>
    public int CircumstanceId { get; set; }

    /// <summary>Shuffle, skipped, offline, private session, from the best sighting that tells them.</summary>
    public SightingTraits Flags { get; set; }

    /// <summary>Playlist, album or artist it was played from, from any sighting that tells it.</summary>
    public int? ContextId { get; set; }
}
