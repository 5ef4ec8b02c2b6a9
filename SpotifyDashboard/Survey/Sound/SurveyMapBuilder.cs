using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Survey.Sound;

/// <summary>Makes the map of a survey: what is known of the songs, scaled over the survey, split and projected.</summary>
internal static class SurveyMapBuilder
{
    /// <summary>A feature known for a smaller share of the songs is dropped.</summary>
    private const double LeastKnown = 0.8;
    private const int MostClusters = 5;

    /// <summary>Respondents for each cluster that is asked for: fewer would be called a group by accident.</summary>
    private const int RespondentsPerCluster = 5;

    /// <summary>Makes the map of <paramref name="roster"/>.</summary>
    public static SurveyMap Build(SurveyRoster roster, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(roster);
        var known = KnownOf(roster);
        if (known.Rows == 0 || !IsAnyFeatureKnown(known))
        {
            return new SurveyMap(roster, [], sound: null);
        }

        var complete = MissingValues.Remove(known, LeastKnown);
        ImmutableArray<string> notes = [.. NotesOn(known, complete)];
        return new SurveyMap(roster, notes, complete.Matrix.Rows == 0 ? null : SoundOf(complete.Matrix, cancellationToken));
    }

    /// <summary>Respondents with any feature × all thirteen, NaN where unknown, sorted by their ids.</summary>
    private static FeatureMatrix KnownOf(SurveyRoster roster)
    {
        var rows = Enumerable.Range(0, roster.Respondents.Length)
            .Where(index => roster.Respondents[index].Features is { IsDefault: false } features && features.Any(static value => value is not null))
            .OrderBy(index => roster.Respondents[index].Id, StringComparer.Ordinal)
            .ToArray();
        return new FeatureMatrix(
            Features.Thirteen.Select(Features.KeyOf),
            [.. rows.SelectMany(index => roster.Respondents[index].Features).Select(static value => (float)(value ?? double.NaN))],
            rows);
    }

    private static bool IsAnyFeatureKnown(FeatureMatrix known) => Enumerable.Range(0, known.Columns).Any(column => KnownRows(known, column) >= LeastKnown * known.Rows);

    private static int KnownRows(FeatureMatrix known, int column) => Enumerable.Range(0, known.Rows).Count(row => !float.IsNaN(known[row, column]));

    private static SurveySound SoundOf(FeatureMatrix raw, CancellationToken cancellationToken)
    {
        ImmutableArray<Feature> features = [.. raw.Features.Select(static key => Features.Parse(key)).OfType<Feature>()];
        var scaler = StandardScaler.Fit(raw);
        var scaled = scaler.Transform(raw);
        var wanted = Math.Clamp(raw.Rows / RespondentsPerCluster, 1, MostClusters);
        var model = KMeans.Fit(scaled, new KMeansOptions(wanted, MoodMapRequest.StartsFor(raw.Rows, raw.Columns)), cancellationToken);
        var components = PrincipalComponents.Fit(scaled);
        return new SurveySound
        {
            Features = features,
            Raw = raw,
            Scaler = scaler,
            Scaled = scaled,
            Ranges = MinMaxScaler.Fit(raw),
            Places = components.Transform(scaled),
            Components = components,
            Model = model,
            Clusters = ClustersOf(features, model),
        };
    }

    private static ImmutableArray<SurveyCluster> ClustersOf(ImmutableArray<Feature> features, KMeansModel model)
    {
        var centres = Enumerable.Range(0, model.Clusters).Select(cluster => model.Centroid(cluster).ToImmutableArray()).ToArray();
        var names = model.Clusters == 1 ? ["All respondents"] : MoodNames.For(features, centres);
        return [.. Enumerable.Range(0, model.Clusters).Select(cluster => new SurveyCluster(cluster, names[cluster], model.Sizes[cluster]))];
    }

    private static IEnumerable<string> NotesOn(FeatureMatrix known, CompleteRows complete)
    {
        foreach (var key in complete.DroppedFeatures)
        {
            if (Features.Parse(key) is { } feature)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{FeatureWords.NameOf(feature)} is left out: it is known for {KnownRows(known, known.IndexOf(key))} of {known.Rows} songs.");
            }
        }

        if (known.Rows - complete.Matrix.Rows is > 0 and var incomplete)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{incomplete} {(incomplete == 1 ? "song lacks a feature and is" : "songs lack a feature and are")} not on the map.");
        }
    }
}
