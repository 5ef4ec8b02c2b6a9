namespace SpotifyDashboard.Numerics.Forest;

/// <summary>95 % intervals of macro-F1, of the baseline's and of their difference, from rows drawn again.</summary>
/// <remarks>
/// The percentile bootstrap of B. Efron, R. Tibshirani, "An introduction to the bootstrap", Chapman &amp; Hall 1993, chapter 13:
/// n rows are drawn with replacement a thousand times, both predictions are scored on the same draw. No formula is known for
/// macro-F1. With forty rows the interval is somewhat too narrow, which is why no verdict rests on it alone.
/// </remarks>
internal static class MacroF1Bootstrap
{
    private const int Draws = 1000;

    /// <param name="truth">Class of each row.</param>
    /// <param name="predicted">Predicted class of each row.</param>
    /// <param name="always">The class that the baseline always predicts.</param>
    /// <param name="classCount">Number of classes.</param>
    /// <param name="seed">Of the draws.</param>
    /// <param name="cancellationToken">Asked before every draw.</param>
    public static (Estimate Forest, Estimate Baseline, Estimate Gain) Of(
        int[] truth, int[] predicted, int always, int classCount, int seed, CancellationToken cancellationToken)
    {
        var random = new SplitMix64(seed, -1);
        var (forest, baseline, gain) = (new double[Draws], new double[Draws], new double[Draws]);
        var counts = new int[classCount * classCount];
        var constant = new int[classCount * classCount];
        for (var draw = 0; draw < Draws; draw++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Array.Clear(counts);
            Array.Clear(constant);
            for (var i = 0; i < truth.Length; i++)
            {
                var row = (int)(random.NextDouble() * truth.Length);
                counts[(truth[row] * classCount) + predicted[row]]++;
                constant[(truth[row] * classCount) + always]++;
            }

            forest[draw] = ConfusionMatrix.MacroF1Of(counts, classCount);
            baseline[draw] = ConfusionMatrix.MacroF1Of(constant, classCount);
            gain[draw] = forest[draw] - baseline[draw];
        }

        var measured = ConfusionMatrix.MacroF1Of(Count(truth, row => predicted[row], classCount), classCount);
        var measuredBaseline = ConfusionMatrix.MacroF1Of(Count(truth, _ => always, classCount), classCount);
        return (Around(measured, forest), Around(measuredBaseline, baseline), Around(measured - measuredBaseline, gain));
    }

    private static int[] Count(int[] truth, Func<int, int> predicted, int classCount)
    {
        var counts = new int[classCount * classCount];
        for (var row = 0; row < truth.Length; row++)
        {
            counts[(truth[row] * classCount) + predicted(row)]++;
        }

        return counts;
    }

    private static Estimate Around(double value, double[] draws)
    {
        Array.Sort(draws);
        return new Estimate(value, draws[Draws / 40], draws[Draws - 1 - (Draws / 40)]);
    }
}
