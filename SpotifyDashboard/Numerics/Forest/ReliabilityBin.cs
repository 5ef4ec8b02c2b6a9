namespace SpotifyDashboard.Numerics.Forest;

/// <summary>Answers given with about the same confidence, and how many of them were right.</summary>
/// <param name="From">Least confidence in the bin, above it, except in the first.</param>
/// <param name="To">Largest confidence in the bin.</param>
/// <param name="Rows">Answers in the bin, at least 1.</param>
/// <param name="Confidence">Their mean confidence.</param>
/// <param name="Accuracy">Share of them that was right, with Wilson's interval.</param>
public sealed record ReliabilityBin(double From, double To, int Rows, double Confidence, Estimate Accuracy);
