using SpotifyDashboard.Numerics.Forest;
using SpotifyDashboard.Survey.Majors;

namespace SpotifyDashboard.Survey.Api;

/// <summary>What forecasts are worth, over HTTP; intervals are of 95 %, lower end first.</summary>
/// <param name="Respondents">Respondents it was learned from.</param>
/// <param name="Accuracy">Cross-validated.</param>
/// <param name="MacroF1">Cross-validated.</param>
/// <param name="MajorityBaseline">Accuracy of always answering the most frequent major.</param>
/// <param name="Verdict">"better than guessing" or "no better than guessing".</param>
/// <param name="AccuracyInterval">Of the accuracy.</param>
/// <param name="MacroF1Interval">Of macro-F1.</param>
/// <param name="MajorityBaselineInterval">Of the baseline.</param>
internal sealed record EvaluationAnswer(
    int Respondents,
    double Accuracy,
    double MacroF1,
    double MajorityBaseline,
    string Verdict,
    IReadOnlyList<double> AccuracyInterval,
    IReadOnlyList<double> MacroF1Interval,
    IReadOnlyList<double> MajorityBaselineInterval)
{
    /// <summary>The answer for an evaluation.</summary>
    public static EvaluationAnswer Of(MajorEvaluation evaluation) => new(
        evaluation.Respondents,
        Rounded(evaluation.Accuracy.Value),
        Rounded(evaluation.MacroF1.Value),
        Rounded(evaluation.MajorityBaseline.Value),
        evaluation.Verdict,
        Interval(evaluation.Accuracy),
        Interval(evaluation.MacroF1),
        Interval(evaluation.MajorityBaseline));

    private static double[] Interval(Estimate estimate) => [Rounded(estimate.Low), Rounded(estimate.High)];

    private static double Rounded(double share) => Math.Round(share, PredictionAnswer.Digits);
}
