namespace SpotifyDashboard.Ingest.Live;

/// <summary>Calls of one group of endpoints.</summary>
/// <param name="Name">The group, for example <c>recently-played</c>.</param>
/// <param name="Used">Calls in the last 24 hours.</param>
public sealed record BudgetGroup(string Name, int Used);
