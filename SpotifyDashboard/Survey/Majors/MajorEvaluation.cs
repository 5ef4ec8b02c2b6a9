using SpotifyDashboard.Numerics.Forest;

namespace SpotifyDashboard.Survey.Majors;

/// <summary>What the forecast is worth on respondents it did not learn from, beside always answering the most frequent major.</summary>
/// <param name="Respondents">Respondents it was learned from and asked about.</param>
/// <param name="Accuracy">Share predicted right, with its 95 % interval.</param>
/// <param name="MacroF1">Mean F1 of the majors, each weighing alike.</param>
/// <param name="MajorityBaseline">Share that would be right if the most frequent major were always answered.</param>
/// <param name="Majority">That major.</param>
/// <param name="IsBetterThanGuessing">Whether accuracy and macro-F1 both beat always answering the most frequent major by more than chance explains.</param>
public sealed record MajorEvaluation(int Respondents, Estimate Accuracy, Estimate MacroF1, Estimate MajorityBaseline, string Majority, bool IsBetterThanGuessing)
{
    /// <summary>"better than guessing" or "no better than guessing".</summary>
    public string Verdict => IsBetterThanGuessing ? "better than guessing" : "no better than guessing";
}
