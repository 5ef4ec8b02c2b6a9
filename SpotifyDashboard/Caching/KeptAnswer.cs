using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Caching;

/// <summary>An answer as it is kept.</summary>
/// <param name="Body">Its JSON; null: the service does not know the thing.</param>
/// <param name="StoredAt">When it was fetched (UTC).</param>
/// <param name="ExpiresAt">From when on it is stale (UTC).</param>
internal sealed record KeptAnswer(string? Body, DateTimeOffset StoredAt, DateTimeOffset ExpiresAt)
{
    public bool IsFreshAt(DateTimeOffset now) => now < ExpiresAt;

    public CachedAnswer ToAnswer(bool isStale) => new(Body, StoredAt, isStale);
}
