using System.Collections.Immutable;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Survey.Sound;

/// <summary>The songs of a survey as numbers: complete, scaled, split and projected. All matrices have the same rows.</summary>
internal sealed record SurveySound
{
    /// <summary>The features used, the columns of <see cref="Raw"/>.</summary>
    public required ImmutableArray<Feature> Features { get; init; }

    /// <summary>n × d in the features' own units; each row's id is the respondent's place in the roster.</summary>
    public required FeatureMatrix Raw { get; init; }

    /// <summary>What <see cref="Scaled"/> was made by.</summary>
    public required StandardScaler Scaler { get; init; }

    /// <summary>n × d in deviations from the mean.</summary>
    public required FeatureMatrix Scaled { get; init; }

    /// <summary>The range of each feature.</summary>
    public required MinMaxScaler Ranges { get; init; }

    /// <summary>n × 3, the place of each respondent in space.</summary>
    public required FeatureMatrix Places { get; init; }

    /// <summary>What <see cref="Places"/> were made by.</summary>
    public required PrincipalComponents Components { get; init; }

    /// <summary>The split by K-Means.</summary>
    public required KMeansModel Model { get; init; }

    /// <summary>Names and sizes of the clusters.</summary>
    public required ImmutableArray<SurveyCluster> Clusters { get; init; }

    /// <summary>The share of the survey's range at which a value stands; null where it is unknown or the feature is not used.</summary>
    public double? ShareOf(Feature feature, double? value) =>
        Features.IndexOf(feature) is >= 0 and var column && value is { } known ? Ranges.Share(known, column) : null;

    /// <summary>Places features, at least one of them known. An unknown one neither counts in the score nor in the choice of the cluster, and moves the place nowhere.</summary>
    public MusicDna Tell(ImmutableArray<double?> features, ImmutableArray<double?> shares)
    {
        var standing = StandingOf(features);
        var moved = new FeatureMatrix(Raw.Features, [.. standing.Select(static z => float.IsNaN(z) ? 0 : z)]);
        return new MusicDna(features, shares, [.. standing], [.. Components.Transform(moved).Row(0)], NearestCluster(standing), ScoreOf(standing));
    }

    private float[] StandingOf(ImmutableArray<double?> features)
    {
        var known = Scaler.Transform(new FeatureMatrix(Raw.Features, [.. Features.Select((feature, column) => (float)(features[(int)feature] ?? Scaler.Means[column]))]));
        return [.. Features.Select((feature, column) => features[(int)feature] is null ? float.NaN : known[0, column])];
    }

    /// <summary>100·exp(−m/2), m the mean of the squared deviations over the features that vary: 100 in the middle, 61 at the usual distance from it.</summary>
    private double? ScoreOf(float[] standing)
    {
        int[] varying = [.. Enumerable.Range(0, standing.Length).Where(column => Scaler.Deviations[column] > 0 && !float.IsNaN(standing[column]))];
        return Raw.Rows < SurveyMap.FewestForScore || varying.Length == 0
            ? null
            : 100 * Math.Exp(-varying.Average(column => (double)standing[column] * standing[column]) / 2);
    }

    private int NearestCluster(float[] standing)
    {
        int[] known = [.. Enumerable.Range(0, standing.Length).Where(column => !float.IsNaN(standing[column]))];
        return Enumerable.Range(0, Model.Clusters).MinBy(cluster => known.Sum(column => Math.Pow(standing[column] - Model.Centroid(cluster)[column], 2)));
    }
}
