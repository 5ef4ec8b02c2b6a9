namespace SpotifyDashboard.Storage;

/// <summary>An answer from outside that is kept: the second tier of the cache.</summary>
public sealed class CachedAnswerRow
{
    /// <summary>Provider and normalised request.</summary>
    public required string Key { get; set; }

    /// <summary>The answer, compressed; null where the answer was that there is nothing.</summary>
    public byte[]? Body { get; set; }

    /// <summary>When it was fetched (UTC).</summary>
    public DateTimeOffset StoredAt { get; set; }

    /// <summary>From when on it is stale (UTC).</summary>
    public DateTimeOffset ExpiresAt { get; set; }
}
