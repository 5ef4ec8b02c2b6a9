namespace SpotifyDashboard.Providers.Http;

/// <summary>An answer about one thing, kept or just fetched.</summary>
/// <param name="Body">The answer's JSON; null: the service does not know it.</param>
/// <param name="StoredAt">When it was fetched (UTC): its age.</param>
/// <param name="IsStale">Whether it is older than it should be, and is given because the service fails.</param>
public sealed record CachedAnswer(string? Body, DateTimeOffset StoredAt, bool IsStale);
