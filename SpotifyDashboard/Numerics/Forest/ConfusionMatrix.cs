using System.Collections.Immutable;

namespace SpotifyDashboard.Numerics.Forest;

/// <summary>How often each class was taken for each other.</summary>
/// <remarks><b>Shapes.</b> k × k counts, row-major: the true class chooses the row, the predicted one the column.</remarks>
public sealed class ConfusionMatrix
{
    internal ConfusionMatrix(int[] counts, int classCount)
    {
        Counts = [.. counts];
        ClassCount = classCount;
        Rows = counts.Sum();
        MacroF1 = MacroF1Of(counts, classCount);
    }

    /// <summary>Number of classes, k.</summary>
    public int ClassCount { get; }

    /// <summary>k × k counts of rows.</summary>
    public ImmutableArray<int> Counts { get; }

    /// <summary>Rows counted.</summary>
    public int Rows { get; }

    /// <summary>Rows on the diagonal.</summary>
    public int Hits => Enumerable.Range(0, ClassCount).Sum(one => this[one, one]);

    /// <summary>Share of rows whose class was predicted.</summary>
    public double Accuracy => (double)Hits / Rows;

    /// <summary>
    /// Mean over the classes of F1 = 2·hits / (rows of the class + predictions of it); classes that neither occur nor are predicted
    /// are left out.
    /// </summary>
    public double MacroF1 { get; }

    /// <summary>Rows of class <paramref name="truth"/> that were taken for <paramref name="predicted"/>.</summary>
    public int this[int truth, int predicted] => Counts[(truth * ClassCount) + predicted];

    internal static double MacroF1Of(ReadOnlySpan<int> counts, int classCount)
    {
        var (sum, classes) = (0.0, 0);
        for (var one = 0; one < classCount; one++)
        {
            var both = 0;
            for (var other = 0; other < classCount; other++)
            {
                both += counts[(one * classCount) + other] + counts[(other * classCount) + one];
            }

            sum += both > 0 ? 2.0 * counts[(one * classCount) + one] / both : 0;
            classes += both > 0 ? 1 : 0;
        }

        return sum / Math.Max(1, classes);
    }
}
