namespace SpotifyDashboard.Operations.Status;

/// <summary>What waits for one provider, and what came of asking it.</summary>
/// <param name="Provider">For example <c>reccobeats</c>.</param>
/// <param name="Waiting">Tracks or artists to be asked for.</param>
/// <param name="Found">Those it knew.</param>
/// <param name="Missing">Those it did not know.</param>
/// <param name="Failed">Those for which it failed.</param>
/// <param name="Message">Why it waits, in plain words; null where it does not.</param>
/// <param name="NextTryAt">When it is asked again at the earliest (UTC); null for now, or where nothing waits.</param>
public sealed record QueueStatus(string Provider, int Waiting, int Found, int Missing, int Failed, string? Message, DateTimeOffset? NextTryAt);
