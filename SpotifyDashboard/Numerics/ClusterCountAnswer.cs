using System.Collections.Immutable;

namespace SpotifyDashboard.Numerics;

/// <summary>What <see cref="ClusterCounts"/> found.</summary>
/// <param name="Evaluated">The figures of each number tried, ascending; numbers that the rows can't fill are left out.</param>
/// <param name="Suggested">The number that serves best, or null where there are too few rows to say.</param>
/// <param name="Reason">How much stands behind it.</param>
public sealed record ClusterCountAnswer(ImmutableArray<ClusterCountFigures> Evaluated, int? Suggested, ClusterCountReason Reason);
