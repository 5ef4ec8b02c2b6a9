namespace SpotifyDashboard.Ingest.Live;

/// <summary>When to poll next.</summary>
/// <param name="DueAt">Not before (UTC).</param>
/// <param name="Why">Why then, in words for the listener.</param>
internal sealed record NextPoll(DateTimeOffset DueAt, string Why);
