using System.Collections.Immutable;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Moods;

/// <summary>The tracks of a mood map before they are split: complete, scaled and projected. Shared by every number of moods.</summary>
internal sealed record MoodRows
{
    /// <summary>The features used, the columns of <see cref="Raw"/>.</summary>
    public required ImmutableArray<Feature> Features { get; init; }

    /// <summary>n × d in the features' own units; each row's id is its place in the log's catalogue.</summary>
    public required FeatureMatrix Raw { get; init; }

    /// <summary>What <see cref="Scaled"/> was made by.</summary>
    public required StandardScaler Scaler { get; init; }

    /// <summary>n × d in deviations from the mean.</summary>
    public required FeatureMatrix Scaled { get; init; }

    /// <summary>n × 3, the place of each track in space.</summary>
    public required FeatureMatrix Coordinates { get; init; }

    /// <summary>What <see cref="Coordinates"/> were made by.</summary>
    public required PrincipalComponents Components { get; init; }

    /// <summary>Counted plays of each row; empty where tracks weigh alike.</summary>
    public required float[] Weights { get; init; }
}
