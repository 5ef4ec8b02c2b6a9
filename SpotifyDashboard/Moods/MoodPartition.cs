using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Moods;

/// <summary>Rows split into moods, with how well that went.</summary>
/// <param name="Model">The split, in the numbers that K-Means gave: largest first.</param>
/// <param name="Silhouette">Mean silhouette; null where it is not defined.</param>
internal sealed record MoodPartition(KMeansModel Model, double? Silhouette);
