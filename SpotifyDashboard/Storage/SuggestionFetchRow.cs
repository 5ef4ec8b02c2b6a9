namespace SpotifyDashboard.Storage;

/// <summary>The last time that new tracks were fetched for a listener.</summary>
public sealed class SuggestionFetchRow
{
    public int ListenerId { get; set; }

    /// <summary>Spotify ids of the tracks that were started from (JSON).</summary>
    public required string Seeds { get; set; }

    /// <summary>How many tracks ReccoBeats named.</summary>
    public int Named { get; set; }

    /// <summary>When it was (UTC).</summary>
    public DateTimeOffset FetchedAt { get; set; }
}
