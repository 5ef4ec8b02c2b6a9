using System.Collections.Immutable;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Numerics;
using SpotifyDashboard.Numerics.Forest;
using SpotifyDashboard.Survey.Sound;

namespace SpotifyDashboard.Survey.Majors;

/// <summary>The forecast of majors of one survey. Immutable, shared by all who ask.</summary>
public sealed class MajorForecast
{
    private readonly SurveyMap _map;
    private readonly MajorClasses _classes;
    private readonly LearnedMajors? _learned;

    internal MajorForecast(SurveyMap map, MajorClasses classes, LearnedMajors? learned) => (_map, _classes, _learned) = (map, classes, learned);

    /// <summary>Why there is no forecast, with how many respondents are missing; null where there is one.</summary>
    public string? Refusal => _classes.Refusal;

    /// <summary>The majors it tells apart, the most frequent first.</summary>
    public ImmutableArray<string> Majors => _classes.Majors;

    /// <summary>Sentences that say what was put together or left out.</summary>
    public ImmutableArray<string> Notes => _classes.Notes;

    /// <summary>What the forecast is worth; null where there is none.</summary>
    public MajorEvaluation? Evaluation => _learned is { Report: var report }
        ? new MajorEvaluation(_classes.Rows.Length, report.Accuracy, report.MacroF1, report.BaselineAccuracy, Majors[report.MajorityClass], report.Verdict == Verdict.BetterThanGuessing)
        : null;

    /// <summary>The accuracy that is lost without each feature, the greatest loss first; empty where there is no forecast.</summary>
    public ImmutableArray<FeatureImportance> Importance => _learned is { Importance: var importance }
        ? [.. importance.OrderByDescending(static feature => feature.Mean).ThenBy(static feature => feature.Feature, StringComparer.Ordinal)]
        : [];

    /// <summary>The forecast for a respondent: by the forest that did not learn from them, where one of them did.</summary>
    /// <param name="respondent">Place in the roster.</param>
    /// <returns>Null where there is no forecast, or the sound of their song is not known.</returns>
    public MajorPrediction? Of(int respondent)
    {
        if (_learned is not { } learned || _map.Sound is not { } sound || _map.RowOf(respondent) is not (>= 0 and var row))
        {
            return null;
        }

        var place = _classes.Rows.IndexOf(row);
        var probabilities = place < 0
            ? learned.Forest.PredictProbabilities(sound.Raw.Row(row))
            : learned.Report.Probabilities.AsSpan(place * Majors.Length, Majors.Length).ToArray();
        return Describe(learned, probabilities, []);
    }

    /// <summary>The forecast for a sound; for a feature that is not given the survey's mean is taken, and said.</summary>
    /// <param name="features">The thirteen features in their own units, null where not given.</param>
    /// <returns>Null where there is no forecast, or none of the features it goes by is given.</returns>
    public MajorPrediction? Of(ImmutableArray<double?> features)
    {
        if (_learned is not { } learned || _map.Sound is not { } sound || sound.Features.All(feature => features[(int)feature] is null))
        {
            return null;
        }

        float[] row = [.. sound.Features.Select((feature, column) => (float)(features[(int)feature] ?? sound.Scaler.Means[column]))];
        return Describe(learned, learned.Forest.PredictProbabilities(row), [.. sound.Features.Where(feature => features[(int)feature] is null)]);
    }

    private MajorPrediction Describe(LearnedMajors learned, double[] probabilities, ImmutableArray<Feature> assumed)
    {
        int[] order = [.. Enumerable.Range(0, probabilities.Length).OrderByDescending(major => probabilities[major]).ThenBy(static major => major)];
        return new MajorPrediction(
            probabilities[order[0]],
            learned.Calibration.Apply(probabilities)[order[0]],
            [.. order.Select(major => new MajorShare(Majors[major], probabilities[major]))],
            assumed);
    }
}
