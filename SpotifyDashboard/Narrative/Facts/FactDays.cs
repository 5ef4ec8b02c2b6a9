namespace SpotifyDashboard.Narrative.Facts;

/// <summary>Local days of the listener that a fact speaks of; both included.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; the first one for a single day.</param>
public sealed record FactDays(DateOnly From, DateOnly To);
