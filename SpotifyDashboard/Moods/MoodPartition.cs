using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Moods;

/// <summary>Rows split into moods, with how well that went.</summary>
/// <param name="Moods">The split, under the numbers and names that moods keep.</param>
/// <param name="Silhouette">Mean silhouette; null where it is not defined.</param>
internal sealed record MoodPartition(SettledMoods Moods, double? Silhouette);
