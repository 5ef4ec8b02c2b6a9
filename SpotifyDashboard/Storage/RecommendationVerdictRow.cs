namespace SpotifyDashboard.Storage;

/// <summary>What a listener thinks of a track that was recommended to them.</summary>
public sealed class RecommendationVerdictRow
{
    public int ListenerId { get; set; }

    /// <summary>The track's public id, see <see cref="Listening.LogTrack.PublicId"/>: it need not be a track of the library.</summary>
    public required string TrackId { get; set; }

    /// <summary>Thumbs up; false: refused, not to be recommended again.</summary>
    public bool IsLiked { get; set; }

    /// <summary>When it was given (UTC).</summary>
    public DateTimeOffset GivenAt { get; set; }
}
