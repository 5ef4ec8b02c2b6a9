namespace SpotifyDashboard.Operations.Status;

/// <summary>The calls of one group of endpoints.</summary>
/// <param name="Name">For example <c>recently-played</c>.</param>
/// <param name="Used">Calls made in the last 24 hours.</param>
/// <param name="BlockedUntil">Until when Spotify wants none of them (UTC); null where it has not said so.</param>
public sealed record BudgetGroupStatus(string Name, int Used, DateTimeOffset? BlockedUntil);
