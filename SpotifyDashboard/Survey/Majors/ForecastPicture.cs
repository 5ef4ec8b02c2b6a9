using System.Globalization;
using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;

namespace SpotifyDashboard.Survey.Majors;

/// <summary>The forecast as the page draws and says it.</summary>
internal static class ForecastPicture
{
    private const int HeightBeside = 90;
    private const int RowHeight = 28;

    /// <summary>"34%".</summary>
    public static string Share(double share) => share.ToString("P0", CultureInfo.CurrentCulture);

    /// <summary>What the verdict rests on, as a sentence.</summary>
    public static string ReasonOf(MajorEvaluation evaluation) => evaluation.IsBetterThanGuessing
        ? $"Of respondents it did not learn from it gets {Share(evaluation.Accuracy.Value)} right; always answering “{evaluation.Majority}” would get {Share(evaluation.MajorityBaseline.Value)}."
        : $"Of respondents it did not learn from it gets {Share(evaluation.Accuracy.Value)} right, and always answering “{evaluation.Majority}” would get {Share(evaluation.MajorityBaseline.Value)}: these answers do not show that a song tells a major. What stands below is what the forest would say, not what is so.";

    /// <summary>The whole distribution of one prediction.</summary>
    public static BarFigure Distribution(MajorPrediction prediction, string whose) => new()
    {
        Name = $"Majors that the forecast gives {whose}",
        Caption = $"“{prediction.Major}” is given {Share(prediction.Confidence)} by the trees, {Share(prediction.CalibratedConfidence)} after calibration.",
        Height = HeightBeside + (RowHeight * prediction.Probabilities.Length),
        Labels = [.. prediction.Probabilities.Select(static share => share.Major)],
        Values = [.. prediction.Probabilities.Select(static share => share.Probability)],
        Texts = [.. prediction.Probabilities.Select(static share => Share(share.Probability))],
        LabelName = "Major",
        ValueName = "Probability",
        Horizontal = true,
    };

    /// <summary>What each feature is worth.</summary>
    public static BarFigure Importance(MajorForecast forecast, MajorEvaluation evaluation)
    {
        var importance = forecast.Importance;
        return new BarFigure
        {
            Name = "Accuracy lost without each feature",
            Caption = evaluation.IsBetterThanGuessing
                ? $"{NameOf(importance[0].Feature)} matters most: without it {Points(importance[0].Mean)} of accuracy are lost."
                : "Since the forecast is no better than guessing, these differences are chance.",
            Height = HeightBeside + (RowHeight * importance.Length),
            Labels = [.. importance.Select(static feature => string.Create(CultureInfo.CurrentCulture, $"{NameOf(feature.Feature)} {feature.Mean * 100:0.0} ± {feature.Deviation * 100:0.0}"))],
            Values = [.. importance.Select(static feature => feature.Mean * 100)],
            Texts = [.. importance.Select(static feature => string.Create(CultureInfo.CurrentCulture, $"{feature.Mean * 100:0.0} ± {feature.Deviation * 100:0.0} points"))],
            LabelName = "Feature",
            ValueName = "Points of accuracy lost",
            Horizontal = true,
        };
    }

    private static string NameOf(string key) => Features.Parse(key) is { } feature ? FeatureWords.NameOf(feature) : key;

    private static string Points(double share) => string.Create(CultureInfo.CurrentCulture, $"{share * 100:0.0} points");
}
