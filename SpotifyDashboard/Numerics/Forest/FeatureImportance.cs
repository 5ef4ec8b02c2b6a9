namespace SpotifyDashboard.Numerics.Forest;

/// <summary>How much of its accuracy a forest loses without one feature.</summary>
/// <param name="Feature">Name of the feature.</param>
/// <param name="Mean">Mean loss of accuracy over the repeats, in shares of 1; about 0 or below for a feature of no use.</param>
/// <param name="Deviation">Population standard deviation of the loss over the repeats.</param>
public sealed record FeatureImportance(string Feature, double Mean, double Deviation);
