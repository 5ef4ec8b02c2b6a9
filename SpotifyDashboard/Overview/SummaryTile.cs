using SpotifyDashboard.Components.Controls;

namespace SpotifyDashboard.Overview;

/// <summary>One figure at a glance.</summary>
/// <param name="Figure">As it is read.</param>
/// <param name="Counts">What it counts.</param>
/// <param name="Change">How it changed; null where nothing can be compared.</param>
/// <param name="Spark">The figure over the period, from old to new.</param>
/// <param name="HowCounted">The answer to "how is this counted?".</param>
public sealed record SummaryTile(string Figure, string Counts, TileChange? Change, IReadOnlyList<double> Spark, string HowCounted);
