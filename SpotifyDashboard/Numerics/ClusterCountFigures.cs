namespace SpotifyDashboard.Numerics;

/// <summary>How good K-Means is with one number of clusters.</summary>
/// <param name="Clusters">The number, k.</param>
/// <param name="Inertia">Sum of weighted squared distances to the own centroid; it always falls with k, and bends (the elbow) where more clusters stop helping.</param>
/// <param name="Silhouette">See <see cref="Numerics.Silhouette"/>: the higher, the further apart; null where not defined.</param>
/// <param name="CalinskiHarabasz">See <see cref="Numerics.CalinskiHarabasz"/>: the higher, the further apart; null where not defined.</param>
/// <param name="Stability">See <see cref="ClusterStability.OverResamples"/>: 1 where every sample gives the same clusters.</param>
public sealed record ClusterCountFigures(int Clusters, double Inertia, double? Silhouette, double? CalinskiHarabasz, double? Stability);
