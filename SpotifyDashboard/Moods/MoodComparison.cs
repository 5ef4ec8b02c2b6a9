using System.Collections.Immutable;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Moods;

/// <summary>How good 2 to 10 moods are for the same tracks.</summary>
/// <param name="Features">The features used; empty where no track has any.</param>
/// <param name="TrackCount">Tracks compared.</param>
/// <param name="Answer">The figures, and which number they suggest.</param>
public sealed record MoodComparison(ImmutableArray<Feature> Features, int TrackCount, ClusterCountAnswer Answer);
