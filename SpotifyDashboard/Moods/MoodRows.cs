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

    /// <summary>What the features' deviations are multiplied by, d of them; 1 where nothing is said.</summary>
    public ImmutableArray<double> Emphasis { get => field.IsDefault ? [.. Features.Select(_ => 1.0)] : field; init; }

    /// <summary>n × d, in which tracks are compared: <see cref="Scaled"/> times <see cref="Emphasis"/>, the same matrix where nothing is emphasised.</summary>
    public FeatureMatrix Space { get => field ?? Scaled; init; }

    /// <summary>n × 3, the place of each track in space.</summary>
    public required FeatureMatrix Coordinates { get; init; }

    /// <summary>What <see cref="Coordinates"/> were made by.</summary>
    public required PrincipalComponents Components { get; init; }

    /// <summary>Counted plays of each row; empty where tracks weigh alike.</summary>
    public required float[] Weights { get; init; }

    /// <summary>A place in <see cref="Space"/> in deviations from the mean of all tracks.</summary>
    public ImmutableArray<double> ToStanding(ReadOnlySpan<double> place)
    {
        var standing = new double[place.Length];
        for (var column = 0; column < standing.Length; column++)
        {
            standing[column] = place[column] / Emphasis[column];
        }

        return [.. standing];
    }

    /// <summary>A value of a feature in deviations from the mean; 0 where all tracks are alike.</summary>
    public double ToStanding(double value, int column) =>
        Scaler.Deviations[column] == 0 ? 0 : (value - Scaler.Means[column]) / Scaler.Deviations[column];
}
