namespace SpotifyDashboard.Ingest.Live;

/// <summary>How a sync's source fared.</summary>
/// <param name="Result">What was stored.</param>
/// <param name="Problem">Why it is not all, in a sentence; null where it is.</param>
public sealed record SyncOutcome(SyncResult Result, string? Problem);
