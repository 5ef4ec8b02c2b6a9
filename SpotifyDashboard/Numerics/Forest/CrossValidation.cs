namespace SpotifyDashboard.Numerics.Forest;

/// <summary>Asks a forest about rows it has not seen: it is grown once per fold on the rows of all others.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n × d and n classes in; n × k out-of-fold probabilities and the scores made from them out.</para>
/// <para><b>Cost.</b> One forest per fold, and a thousand draws of n rows for the intervals of macro-F1.</para>
/// <para><b>Determinism.</b> Equal rows, options and number of folds give equal bits, whatever the number of threads. Another
/// order of rows makes other folds.</para>
/// <para><b>Sources.</b> Folds: <see cref="StratifiedFolds"/>. Scores are computed once over all rows, not averaged over
/// folds as by scikit-learn's <c>cross_val_score</c>; with unequal folds the two differ a little. Intervals: see
/// <see cref="CrossValidationReport"/>.</para>
/// </remarks>
public static class CrossValidation
{
    /// <summary>Measures forests of the given options on the given rows.</summary>
    /// <param name="rows">n × d, finite.</param>
    /// <param name="classes">The class of each row, 0 to k − 1.</param>
    /// <param name="classCount">Number of classes, k, 1 to 255.</param>
    /// <param name="options">Options of each forest.</param>
    /// <param name="folds">Folds wanted, at least 2.</param>
    /// <param name="cancellationToken">Asked before every tree.</param>
    /// <exception cref="ArgumentException">Fewer than two classes have the rows it takes (see <see cref="StratifiedFolds.LeastRows"/>); or
    /// as in <see cref="RandomForest.Fit"/>.</exception>
    public static CrossValidationReport Run(
        FeatureMatrix rows,
        ReadOnlySpan<int> classes,
        int classCount,
        RandomForestOptions options,
        int folds = 5,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(options);
        ClassChecks.ThrowIfUnusable(rows.Rows, classes, classCount);
        rows.ThrowIfEmpty();
        rows.ThrowIfNotFinite();
        var dealt = StratifiedFolds.Of(classes, classCount, folds);
        if (dealt.Classes.Length < 2)
        {
            throw new ArgumentException(
                $"{dealt.Classes.Length} classes have at least {StratifiedFolds.LeastRows} rows; it takes two to tell one from another.", nameof(classes));
        }

        var forests = new RandomForest[dealt.Count];
        var probabilities = new double[rows.Rows * classCount];
        for (var fold = 0; fold < forests.Length; fold++)
        {
            var training = dealt.Training(fold);
            forests[fold] = RandomForest.Fit(rows.SelectRows(training), Pick(classes, training), classCount, options, cancellationToken);
            var test = dealt.Test(fold);
            var answers = forests[fold].PredictProbabilities(rows.SelectRows(test), cancellationToken);
            for (var i = 0; i < test.Length; i++)
            {
                answers.AsSpan(i * classCount, classCount).CopyTo(probabilities.AsSpan(test[i] * classCount));
            }
        }

        return Report(dealt, classes, classCount, probabilities, forests, options.Seed, cancellationToken);
    }

    /// <summary>The entries of <paramref name="values"/> at <paramref name="rows"/>.</summary>
    internal static int[] Pick(ReadOnlySpan<int> values, int[] rows)
    {
        var picked = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            picked[i] = values[rows[i]];
        }

        return picked;
    }

    private static CrossValidationReport Report(
        StratifiedFolds folds,
        ReadOnlySpan<int> classes,
        int classCount,
        double[] probabilities,
        RandomForest[] forests,
        int seed,
        CancellationToken cancellationToken)
    {
        var majority = ClassChecks.Largest(folds.ClassRows.AsSpan());
        var counts = new int[classCount * classCount];
        var predicted = new int[classes.Length];
        var (onlyForest, onlyBaseline) = (0, 0);
        for (var row = 0; row < predicted.Length; row++)
        {
            predicted[row] = folds.FoldOf[row] < 0 ? -1 : ClassChecks.Largest<double>(probabilities.AsSpan(row * classCount, classCount));
            if (predicted[row] >= 0)
            {
                counts[(classes[row] * classCount) + predicted[row]]++;
                onlyForest += predicted[row] == classes[row] && classes[row] != majority ? 1 : 0;
                onlyBaseline += predicted[row] != classes[row] && classes[row] == majority ? 1 : 0;
            }
        }

        var confusion = new ConfusionMatrix(counts, classCount);
        var asked = folds.All();
        var macroF1 = MacroF1Bootstrap.Of(Pick(classes, asked), Pick(predicted, asked), classCount, seed, cancellationToken);
        var baselineMacroF1 = BaselineMacroF1(folds, majority);
        return new CrossValidationReport
        {
            Folds = folds,
            Probabilities = [.. probabilities],
            Predicted = [.. predicted],
            Confusion = confusion,
            MajorityClass = majority,
            Accuracy = ProportionIntervals.Wilson(confusion.Hits, confusion.Rows),
            BaselineAccuracy = ProportionIntervals.Wilson(folds.ClassRows[majority], confusion.Rows),
            AccuracyGain = ProportionIntervals.PairedDifference(onlyForest, onlyBaseline, confusion.Rows),
            MacroF1 = macroF1,
            BaselineMacroF1 = baselineMacroF1,
            MacroF1Gain = new Estimate(macroF1.Value - baselineMacroF1, macroF1.Low - baselineMacroF1, macroF1.High - baselineMacroF1),
            Forests = [.. forests],
        };
    }

    /// <summary>Only the majority has an F1 above 0: all its rows are found, and n answers name it.</summary>
    private static double BaselineMacroF1(StratifiedFolds folds, int majority) =>
        2.0 * folds.ClassRows[majority] / (folds.ClassRows[majority] + folds.Rows) / folds.Classes.Length;
}
