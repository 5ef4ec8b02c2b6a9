using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Overview;

/// <summary>One row of a top list.</summary>
/// <param name="Item">Rank, names and picture.</param>
/// <param name="Share">Length of the bar: 0 to 1 of the first row's.</param>
/// <param name="Figure">Plays or time as they are read.</param>
public sealed record TopRow(TopItem Item, double Share, string Figure);
