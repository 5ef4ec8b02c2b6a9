using SpotifyDashboard.Survey.Majors;

namespace SpotifyDashboard.Survey.Api;

/// <summary>A forecast over HTTP.</summary>
/// <param name="Major">The most probable major.</param>
/// <param name="Confidence">Its probability, 0 to 1.</param>
/// <param name="CalibratedConfidence">The same after calibration.</param>
/// <param name="Probabilities">Every major, the most probable first.</param>
/// <param name="Importance">Accuracy lost without each feature, the greatest loss first.</param>
/// <param name="Assumed">Features for which the survey's mean was taken.</param>
/// <param name="Evaluation">What such forecasts are worth.</param>
internal sealed record PredictionAnswer(
    string Major,
    double Confidence,
    double CalibratedConfidence,
    IReadOnlyDictionary<string, double> Probabilities,
    IReadOnlyList<ImportanceAnswer> Importance,
    IReadOnlyList<string> Assumed,
    EvaluationAnswer Evaluation)
{
    /// <summary>Digits of every share.</summary>
    public const int Digits = 4;

    /// <summary>The answer for a prediction of a forecast.</summary>
    public static PredictionAnswer Of(MajorForecast forecast, MajorPrediction prediction) => new(
        prediction.Major,
        Math.Round(prediction.Confidence, Digits),
        Math.Round(prediction.CalibratedConfidence, Digits),
        prediction.Probabilities.ToDictionary(static share => share.Major, static share => Math.Round(share.Probability, Digits), StringComparer.Ordinal),
        [.. forecast.Importance.Select(static feature => new ImportanceAnswer(feature.Feature, Math.Round(feature.Mean, Digits), Math.Round(feature.Deviation, Digits)))],
        [.. prediction.Assumed.Select(Listening.Features.KeyOf)],
        EvaluationAnswer.Of(forecast.Evaluation ?? throw new ArgumentException("There is no forecast.", nameof(forecast))));
}
