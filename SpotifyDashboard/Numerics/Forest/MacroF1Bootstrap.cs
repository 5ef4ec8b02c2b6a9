namespace SpotifyDashboard.Numerics.Forest;

/// <summary>95 % intervals of macro-F1 and of its gain over the baseline, from rows drawn again.</summary>
/// <remarks>
/// The percentile bootstrap of B. Efron, R. Tibshirani, "An introduction to the bootstrap", Chapman &amp; Hall 1993, chapter 13: a
/// thousand times as many rows are drawn with replacement as there are, each class from its own. Drawn from all rows, a class of
/// two would be missing in one draw of seven, and the mean over the others would be called good. With forty rows the interval is
/// somewhat too narrow, which is why no verdict rests on it alone.
/// </remarks>
internal static class MacroF1Bootstrap
{
    private const int Draws = 1000;

    /// <param name="truth">Class of each row.</param>
    /// <param name="predicted">Predicted class of each row.</param>
    /// <param name="classCount">Number of classes.</param>
    /// <param name="seed">Of the draws.</param>
    /// <param name="cancellationToken">Asked before every draw.</param>
    /// <returns>Macro-F1 of the predictions, and the ends of its interval.</returns>
    public static Estimate Of(int[] truth, int[] predicted, int classCount, int seed, CancellationToken cancellationToken)
    {
        var random = new SplitMix64(seed, -1);
        var classes = Array.ConvertAll([.. Enumerable.Range(0, classCount)], one => predicted.Where((_, row) => truth[row] == one).ToArray());
        var counts = new int[classCount * classCount];
        for (var row = 0; row < truth.Length; row++)
        {
            counts[(truth[row] * classCount) + predicted[row]]++;
        }

        var value = ConfusionMatrix.MacroF1Of(counts, classCount);
        var draws = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Array.Clear(counts);
            for (var one = 0; one < classCount; one++)
            {
                Draw(classes[one], counts.AsSpan(one * classCount, classCount), random);
            }

            draws[draw] = ConfusionMatrix.MacroF1Of(counts, classCount);
        }

        Array.Sort(draws);
        return new Estimate(value, draws[Draws / 40], draws[Draws - 1 - (Draws / 40)]);
    }

    private static void Draw(int[] predicted, Span<int> counts, SplitMix64 random)
    {
        for (var i = 0; i < predicted.Length; i++)
        {
            counts[predicted[(int)(random.NextDouble() * predicted.Length)]]++;
        }
    }
}
