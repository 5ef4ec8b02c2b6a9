using SpotifyDashboard.Numerics.Forest;
using SpotifyDashboard.Survey.Sound;

namespace SpotifyDashboard.Survey.Majors;

/// <summary>Learns to tell a major by the sound of the favourite song, and measures what that is worth.</summary>
/// <remarks>
/// A Random Forest (100 trees, depth 10, balanced weights) on the features of the map. Five stratified folds give the predictions of
/// respondents it did not learn from; accuracy, macro-F1, permutation importance and calibration are all made of these.
/// </remarks>
internal static class MajorPredictor
{
    private const int Repeats = 30;

    /// <summary>Learns from a survey; a refusal where there are too few respondents or majors.</summary>
    public static MajorForecast Learn(SurveyMap map, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(map);
        var classes = MajorClasses.Of(map);
        if (classes.Refusal is not null || map.Sound is not { } sound)
        {
            return new MajorForecast(map, classes, learned: null);
        }

        var options = new RandomForestOptions();
        var rows = sound.Raw.SelectRows(classes.Rows.AsSpan());
        var truth = classes.Classes.AsSpan();
        var report = CrossValidation.Run(rows, truth, classes.Majors.Length, options, cancellationToken: cancellationToken);
        return new MajorForecast(map, classes, new LearnedMajors(
            RandomForest.Fit(rows, truth, classes.Majors.Length, options, cancellationToken),
            report,
            ProbabilityCalibration.Fit(report, truth),
            PermutationImportance.OutOfFold(report, rows, truth, Repeats, cancellationToken: cancellationToken)));
    }
}
