using System.Collections.Immutable;

namespace SpotifyDashboard.Numerics.Forest;

/// <summary>What a forest is worth on rows it has not seen, beside always answering the most frequent class.</summary>
/// <remarks>
/// <b>Shapes.</b> n × k probabilities and n predictions in the order of the rows; rows of left out classes have probabilities of
/// 0, the prediction −1, and count in no number.
/// </remarks>
public sealed record CrossValidationReport
{
    /// <summary>Which rows were in which fold, and which classes were left out.</summary>
    public required StratifiedFolds Folds { get; init; }

    /// <summary>For each row the probabilities by the forest that did not learn from it, n × k, row-major.</summary>
    public required ImmutableArray<double> Probabilities { get; init; }

    /// <summary>For each row its most probable class, the first of equals.</summary>
    public required ImmutableArray<int> Predicted { get; init; }

    /// <summary>How often each class was taken for each other.</summary>
    public required ConfusionMatrix Confusion { get; init; }

    /// <summary>The most frequent class in the folds, the first of equals: the baseline always answers it.</summary>
    public required int MajorityClass { get; init; }

    /// <summary>Share of rows predicted right, with Wilson's interval.</summary>
    public required Estimate Accuracy { get; init; }

    /// <summary>The same of always answering <see cref="MajorityClass"/>.</summary>
    public required Estimate BaselineAccuracy { get; init; }

    /// <summary>Accuracy minus the baseline's, with the interval of Agresti and Min for pairs.</summary>
    public required Estimate AccuracyGain { get; init; }

    /// <summary>Mean F1 of the classes, with a bootstrap interval over the rows of each class.</summary>
    public required Estimate MacroF1 { get; init; }

    /// <summary>The same of always answering <see cref="MajorityClass"/>: known from the rows of each class, without doubt.</summary>
    public required double BaselineMacroF1 { get; init; }

    /// <summary>Macro-F1 minus the baseline's, with the same bootstrap interval.</summary>
    public required Estimate MacroF1Gain { get; init; }

    /// <summary>
    /// Better than guessing only where the intervals of both gains lie above 0. Macro-F1 alone would be easy: with five classes any
    /// guess that varies beats the constant answer. Accuracy is the one to beat, where most rows share a class above all.
    /// </summary>
    public Verdict Verdict => AccuracyGain.Low > 0 && MacroF1Gain.Low > 0 ? Verdict.BetterThanGuessing : Verdict.NoBetterThanGuessing;

    /// <summary>The forest that did not learn from each fold.</summary>
    internal ImmutableArray<RandomForest> Forests { get; init; } = [];
}
