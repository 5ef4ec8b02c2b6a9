using System.Collections.Immutable;

namespace SpotifyDashboard.Numerics.Forest;

/// <summary>What each feature is worth to a forest on rows it has not seen: the accuracy lost when its values are shuffled among them.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n × d and n classes in; d importances out, in the order of the features.</para>
/// <para><b>Cost.</b> d · repeats predictions of n rows, and room for repeats · n · d values at a time.</para>
/// <para><b>Determinism.</b> Equal rows, forest, repeats and seed give equal bits.</para>
/// <para><b>Sources.</b> L. Breiman, "Random forests", Machine Learning 45 (2001) 5–32, section 10; as scikit-learn's
/// <c>permutation_importance</c>. Of two features that say the same, each covers for the other and both seem of little worth.</para>
/// </remarks>
public static class PermutationImportance
{
    /// <summary>Importances on rows that <paramref name="forest"/> has not learned from.</summary>
    /// <param name="forest">The forest.</param>
    /// <param name="rows">n × d, finite, with its features.</param>
    /// <param name="classes">The class of each row.</param>
    /// <param name="repeats">Shuffles per feature, at least 1.</param>
    /// <param name="seed">Of the shuffles.</param>
    /// <param name="cancellationToken">Asked before every feature.</param>
    /// <exception cref="ArgumentException">Rows and classes do not fit together or to the forest.</exception>
    public static ImmutableArray<FeatureImportance> HeldOut(
        RandomForest forest,
        FeatureMatrix rows,
        ReadOnlySpan<int> classes,
        int repeats = 10,
        int seed = 42,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(forest);
        ArgumentNullException.ThrowIfNull(rows);
        rows.ThrowIfEmpty();
        ClassChecks.ThrowIfUnusable(rows.Rows, classes, forest.ClassCount);
        return Measure([(forest, rows, classes.ToArray())], repeats, seed, cancellationToken);
    }

    /// <summary>Importances on the rows of all folds, each by the forest that did not learn from it, shuffled within its fold.</summary>
    /// <param name="report">The cross-validation.</param>
    /// <param name="rows">The n × d values it was run on.</param>
    /// <param name="classes">Their classes.</param>
    /// <param name="repeats">Shuffles per feature, at least 1.</param>
    /// <param name="seed">Of the shuffles.</param>
    /// <param name="cancellationToken">Asked before every feature.</param>
    /// <exception cref="ArgumentException">Rows and classes are not those of the report.</exception>
    public static ImmutableArray<FeatureImportance> OutOfFold(
        CrossValidationReport report,
        FeatureMatrix rows,
        ReadOnlySpan<int> classes,
        int repeats = 10,
        int seed = 42,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(rows);
        ClassChecks.ThrowIfUnusable(rows.Rows, classes, report.Confusion.ClassCount);
        if (rows.Rows != report.Predicted.Length)
        {
            throw new ArgumentException($"The report is on {report.Predicted.Length} rows; the matrix has {rows.Rows}.", nameof(rows));
        }

        var parts = new (RandomForest, FeatureMatrix, int[])[report.Folds.Count];
        for (var fold = 0; fold < parts.Length; fold++)
        {
            var test = report.Folds.Test(fold);
            parts[fold] = (report.Forests[fold], rows.SelectRows(test), CrossValidation.Pick(classes, test));
        }

        return Measure(parts, repeats, seed, cancellationToken);
    }

    private static ImmutableArray<FeatureImportance> Measure(
        (RandomForest Forest, FeatureMatrix Rows, int[] Classes)[] parts, int repeats, int seed, CancellationToken cancellationToken)
    {
        ClassChecks.ThrowIfOutside(nameof(repeats), repeats, 1, int.MaxValue);
        var features = parts[0].Rows.Features;
        var rows = parts.Sum(part => part.Rows.Rows);
        var whole = parts.Sum(part => Hits(part.Forest, part.Rows, part.Classes, 1, cancellationToken)[0]);
        var importances = ImmutableArray.CreateBuilder<FeatureImportance>(features.Length);
        for (var feature = 0; feature < features.Length; feature++)
        {
            var hits = new int[repeats];
            for (var part = 0; part < parts.Length; part++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var shuffled = Shuffle(parts[part].Rows, feature, repeats, new SplitMix64(seed, (feature * parts.Length) + part));
                var found = Hits(parts[part].Forest, shuffled, parts[part].Classes, repeats, cancellationToken);
                for (var repeat = 0; repeat < repeats; repeat++)
                {
                    hits[repeat] += found[repeat];
                }
            }

            importances.Add(Summarise(features[feature], Array.ConvertAll(hits, one => (double)(whole - one) / rows)));
        }

        return importances.MoveToImmutable();
    }

    /// <summary>The rows once per repeat, one below the other, with the values of one feature shuffled in each.</summary>
    private static FeatureMatrix Shuffle(FeatureMatrix rows, int feature, int repeats, SplitMix64 random)
    {
        var values = new float[repeats * rows.Values.Length];
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            var copy = values.AsSpan(repeat * rows.Values.Length, rows.Values.Length);
            rows.Values.CopyTo(copy);
            for (var row = rows.Rows - 1; row > 0; row--)
            {
                var other = (int)(random.NextDouble() * (row + 1));
                var (a, b) = ((row * rows.Columns) + feature, (other * rows.Columns) + feature);
                (copy[a], copy[b]) = (copy[b], copy[a]);
            }
        }

        return new FeatureMatrix(rows.Features, values);
    }

    /// <summary>Rows predicted right in each repeat.</summary>
    private static int[] Hits(RandomForest forest, FeatureMatrix rows, int[] classes, int repeats, CancellationToken cancellationToken)
    {
        var probabilities = forest.PredictProbabilities(rows, cancellationToken);
        var hits = new int[repeats];
        for (var row = 0; row < rows.Rows; row++)
        {
            var predicted = ClassChecks.Largest<double>(probabilities.AsSpan(row * forest.ClassCount, forest.ClassCount));
            hits[row / classes.Length] += predicted == classes[row % classes.Length] ? 1 : 0;
        }

        return hits;
    }

    private static FeatureImportance Summarise(string feature, double[] losses)
    {
        var mean = losses.Average();
        return new FeatureImportance(feature, mean, Math.Sqrt(losses.Average(loss => (loss - mean) * (loss - mean))));
    }
}
