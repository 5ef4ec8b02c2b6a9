using System.Collections.Immutable;

namespace SpotifyDashboard.Numerics.Forest;

/// <summary>Whether answers given with p confidence are right p of the time.</summary>
/// <param name="Bins">Answers by confidence, in ascending order; bins without an answer are left out.</param>
/// <remarks>
/// <para><b>Shapes.</b> n × k probabilities, n predictions and n classes in; up to ten bins of equal width out.</para>
/// <para><b>Sources.</b> C. Guo et al., "On calibration of modern neural networks", ICML 2017, section 2. With few rows per bin the
/// error comes out too large: even perfect confidences scatter.</para>
/// </remarks>
public sealed record Reliability(ImmutableArray<ReliabilityBin> Bins)
{
    private const int MostBins = 10;

    private const int RowsPerBin = 10;

    /// <summary>Expected calibration error: mean distance between confidence and accuracy, bins weighted by their rows.</summary>
    public double ExpectedCalibrationError =>
        Bins.Sum(bin => bin.Rows * Math.Abs(bin.Confidence - bin.Accuracy.Value)) / Math.Max(1, Bins.Sum(bin => bin.Rows));

    /// <summary>Sorts answers into bins.</summary>
    /// <param name="probabilities">n × k, row-major, of rows that were not learned from.</param>
    /// <param name="predicted">The class answered for each row, or −1 to leave the row out; its probability is the confidence.</param>
    /// <param name="classes">The true class of each row.</param>
    /// <param name="classCount">Number of classes, k.</param>
    /// <param name="bins">Number of bins; left out, one for every ten answers, up to ten.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    public static Reliability Of(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<int> predicted, ReadOnlySpan<int> classes, int classCount, int? bins = null)
    {
        ClassChecks.ThrowIfUnusable(predicted.Length, classes, classCount);
        ClassChecks.ThrowIfMisshapen(probabilities, classes.Length, classCount);
        var answers = predicted.Length - predicted.Count(-1);
        var count = bins ?? Math.Clamp(answers / RowsPerBin, 1, MostBins);
        ClassChecks.ThrowIfOutside(nameof(bins), count, 1, int.MaxValue);
        var (rows, hits, confidences) = (new int[count], new int[count], new double[count]);
        for (var row = 0; row < predicted.Length; row++)
        {
            if (predicted[row] >= 0)
            {
                var confidence = probabilities[(row * classCount) + predicted[row]];
                var bin = Math.Clamp((int)Math.Ceiling(confidence * count) - 1, 0, count - 1);
                rows[bin]++;
                hits[bin] += predicted[row] == classes[row] ? 1 : 0;
                confidences[bin] += confidence;
            }
        }

        return new Reliability(
        [
            .. from bin in Enumerable.Range(0, count)
               where rows[bin] > 0
               select new ReliabilityBin(
                   (double)bin / count, (bin + 1.0) / count, rows[bin], confidences[bin] / rows[bin], ProportionIntervals.Wilson(hits[bin], rows[bin])),
        ]);
    }
}
