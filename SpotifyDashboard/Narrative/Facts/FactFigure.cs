namespace SpotifyDashboard.Narrative.Facts;

/// <summary>A number that a fact speaks of.</summary>
/// <param name="Value">The number, not rounded.</param>
/// <param name="Unit">What it counts.</param>
public sealed record FactFigure(double Value, FactUnit Unit);
