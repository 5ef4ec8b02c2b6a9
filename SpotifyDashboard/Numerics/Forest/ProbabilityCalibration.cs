using System.Collections.Immutable;

namespace SpotifyDashboard.Numerics.Forest;

/// <summary>Makes the probabilities of a forest mean what they say: of all answers given with 70 %, 70 % should be right.</summary>
/// <remarks>
/// <para><b>Shapes.</b> m × k probabilities in, m × k out, row-major; two numbers are learned, whatever k is.</para>
/// <para><b>Method.</b> Each probability p of a class with base rate π becomes p^a · π^b, divided by the sum over the classes.
/// a is the inverse temperature: below 1 it takes confidence back, at 0 nothing of the forest is left. b brings the base rates
/// back that balanced class weights took out. A forest that knows nothing ends near a = 0 and b = 1: everybody gets the base
/// rates. a and b, both at least 0, are those that make the classes of rows the forest has not seen most likely, each class
/// taken as known but for a doubt of 2 / (m + 2): forty right answers of forty, of two classes alike frequent, make 41/42, not certainty.</para>
/// <para><b>Cost.</b> O(rounds·n·k), usually under ten rounds.</para>
/// <para><b>Sources.</b> Temperature scaling: C. Guo, G. Pleiss, Y. Sun, K. Weinberger, "On calibration of modern neural networks",
/// ICML 2017; the doubt: J. Platt, "Probabilistic outputs for support vector machines", Advances in Large Margin Classifiers,
/// 1999. Together they are the form of Dirichlet calibration (M. Kull et al., NeurIPS 2019) with the fewest parameters that still
/// knows the base rates. Isotonic and Platt scaling per class, as in scikit-learn's <c>CalibratedClassifierCV</c>, need a
/// function for each class, for which forty rows are too few.</para>
/// </remarks>
public sealed class ProbabilityCalibration
{
    /// <summary>Half a tree of a hundred: what no tree voted for is rare, not impossible.</summary>
    private const double LeastProbability = 0.005;

    private const int MostRounds = 100;

    private ProbabilityCalibration(ImmutableArray<double> baseRates, double sharpness, double baseRateWeight)
    {
        BaseRates = baseRates;
        Sharpness = sharpness;
        BaseRateWeight = baseRateWeight;
    }

    /// <summary>Share of each class among the rows learned from, with one row added to each.</summary>
    public ImmutableArray<double> BaseRates { get; }

    /// <summary>a: the power of the forest's probabilities.</summary>
    public double Sharpness { get; }

    /// <summary>b: the power of the base rates.</summary>
    public double BaseRateWeight { get; }

    /// <summary>Learns from the rows in the folds of a cross-validation.</summary>
    /// <param name="report">The cross-validation.</param>
    /// <param name="classes">The classes of all n rows it was run on.</param>
    /// <exception cref="ArgumentException"><paramref name="classes"/> are not those of the report.</exception>
    public static ProbabilityCalibration Fit(CrossValidationReport report, ReadOnlySpan<int> classes)
    {
        ArgumentNullException.ThrowIfNull(report);
        ClassChecks.ThrowIfUnusable(report.Predicted.Length, classes, report.Confusion.ClassCount);
        return Fit(report, classes, report.Folds.All());
    }

    /// <summary>Learns from probabilities of rows the forest has not learned from.</summary>
    /// <param name="probabilities">m × k, row-major.</param>
    /// <param name="classes">The class of each row, 0 to k − 1.</param>
    /// <param name="classCount">Number of classes, k.</param>
    /// <exception cref="ArgumentException">There is no row, or the lengths do not fit together.</exception>
    public static ProbabilityCalibration Fit(ReadOnlySpan<double> probabilities, ReadOnlySpan<int> classes, int classCount)
    {
        ClassChecks.ThrowIfUnusable(classes.Length, classes, classCount);
        ClassChecks.ThrowIfMisshapen(probabilities, classes.Length, classCount);
        if (classes.IsEmpty)
        {
            throw new ArgumentException("There are no rows to calibrate with; at least one is needed.", nameof(classes));
        }

        var counts = ClassChecks.Count(classes, classCount);
        var rows = classes.Length;
        var rates = Array.ConvertAll(counts, count => (count + 1.0) / (rows + classCount));
        var (sharpness, weight) = Search(new CalibrationLikelihood(Logarithms(probabilities), rates, classes.ToArray()));
        return new ProbabilityCalibration([.. rates], sharpness, weight);
    }

    /// <summary>The out-of-fold probabilities of a cross-validation, those of each fold calibrated by what the other folds teach.</summary>
    /// <remarks>What calibration gains has to be measured on these, or it would be praised for what it has seen.</remarks>
    /// <param name="report">The cross-validation.</param>
    /// <param name="classes">The classes of all n rows it was run on.</param>
    /// <returns>n × k probabilities, row-major; 0 in rows of left out classes.</returns>
    /// <exception cref="ArgumentException"><paramref name="classes"/> are not those of the report.</exception>
    public static double[] CrossFit(CrossValidationReport report, ReadOnlySpan<int> classes)
    {
        ArgumentNullException.ThrowIfNull(report);
        var classCount = report.Confusion.ClassCount;
        ClassChecks.ThrowIfUnusable(report.Predicted.Length, classes, classCount);
        var calibrated = new double[report.Probabilities.Length];
        for (var fold = 0; fold < report.Folds.Count; fold++)
        {
            var calibration = Fit(report, classes, report.Folds.Training(fold));
            foreach (var row in report.Folds.Test(fold))
            {
                calibration.Apply(report.Probabilities.AsSpan(row * classCount, classCount)).CopyTo(calibrated.AsSpan(row * classCount));
            }
        }

        return calibrated;
    }

    /// <summary>Calibrates probabilities of a forest.</summary>
    /// <param name="probabilities">m × k, row-major.</param>
    /// <returns>m × k probabilities; each row adds up to 1.</returns>
    /// <exception cref="ArgumentException"><paramref name="probabilities"/> are no whole rows of k.</exception>
    public double[] Apply(ReadOnlySpan<double> probabilities)
    {
        var classCount = BaseRates.Length;
        ClassChecks.ThrowIfMisshapen(probabilities, probabilities.Length / classCount, classCount);
        var calibrated = Logarithms(probabilities);
        for (var i = 0; i < calibrated.Length; i++)
        {
            calibrated[i] = (Sharpness * calibrated[i]) + (BaseRateWeight * Math.Log(BaseRates[i % classCount]));
        }

        for (var row = 0; row < calibrated.Length; row += classCount)
        {
            CalibrationLikelihood.Normalise(calibrated.AsSpan(row, classCount));
        }

        return calibrated;
    }

    private static ProbabilityCalibration Fit(CrossValidationReport report, ReadOnlySpan<int> classes, int[] rows)
    {
        var classCount = report.Confusion.ClassCount;
        var probabilities = new double[rows.Length * classCount];
        for (var i = 0; i < rows.Length; i++)
        {
            report.Probabilities.AsSpan(rows[i] * classCount, classCount).CopyTo(probabilities.AsSpan(i * classCount));
        }

        return Fit(probabilities, CrossValidation.Pick(classes, rows), classCount);
    }

    private static double[] Logarithms(ReadOnlySpan<double> probabilities)
    {
        var logarithms = new double[probabilities.Length];
        for (var i = 0; i < logarithms.Length; i++)
        {
            logarithms[i] = Math.Log(Math.Max(LeastProbability, probabilities[i]));
        }

        return logarithms;
    }

    /// <summary>Newton's method on a convex function of two numbers, each at least 0; steps are halved until they gain.</summary>
    private static (double Sharpness, double BaseRateWeight) Search(CalibrationLikelihood likelihood)
    {
        var (a, b) = (1.0, 0.0);
        var here = likelihood.At(a, b);
        for (var round = 0; round < MostRounds; round++)
        {
            var (stepA, stepB) = here.NewtonStep(a > 0 || here.SlopeA < 0, b > 0 || here.SlopeB < 0);
            var (nextA, nextB, next) = (a, b, here);
            for (var share = 1.0; share > 1e-6; share /= 2)
            {
                (nextA, nextB) = (Math.Max(0, a + (share * stepA)), Math.Max(0, b + (share * stepB)));
                next = likelihood.At(nextA, nextB);
                if (next.Value < here.Value)
                {
                    break;
                }
            }

            if (!(next.Value < here.Value))
            {
                break;
            }

            (a, b, here) = (nextA, nextB, next);
        }

        return (a, b);
    }
}
