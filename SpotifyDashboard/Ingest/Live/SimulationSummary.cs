namespace SpotifyDashboard.Ingest.Live;

/// <summary>What a simulation came to.</summary>
/// <param name="Polls">Polls, good and failed.</param>
/// <param name="Calls">Calls to Spotify's Web API.</param>
/// <param name="Plays">Plays added.</param>
/// <param name="Gaps">Gaps found.</param>
/// <param name="WorstWait">The longest time between two good polls of one listener.</param>
/// <param name="Failure">Why the last poll failed; null where it was good.</param>
internal sealed record SimulationSummary(int Polls, long Calls, long Plays, long Gaps, TimeSpan WorstWait, string? Failure);
