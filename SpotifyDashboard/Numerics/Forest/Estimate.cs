namespace SpotifyDashboard.Numerics.Forest;

/// <summary>A measured number and the 95 % interval around it.</summary>
/// <param name="Value">What was measured.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public readonly record struct Estimate(double Value, double Low, double High);
