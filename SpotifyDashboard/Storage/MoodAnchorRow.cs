namespace SpotifyDashboard.Storage;

/// <summary>The last centroids of one kind of mood map: new moods are matched to them, so that each keeps its number, name and colour.</summary>
public sealed class MoodAnchorRow
{
    public int ListenerId { get; set; }

    /// <summary>The choice of k and features that the centroids belong to, for example <c>5:danceability,energy</c>.</summary>
    public required string Choice { get; set; }

    /// <summary>k × d centroids in raw units, row by row (JSON).</summary>
    public required string Centroids { get; set; }

    /// <summary>Name and size of each of the k moods, and where it stood when it got its name (JSON); null in rows written before names were kept.</summary>
    public string? Moods { get; set; }

    /// <summary>Moods that split or merged lately (JSON).</summary>
    public string? Changes { get; set; }

    /// <summary>When they were stored (UTC).</summary>
    public DateTimeOffset StoredAt { get; set; }
}
