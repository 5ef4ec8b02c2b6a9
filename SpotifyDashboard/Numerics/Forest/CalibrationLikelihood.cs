namespace SpotifyDashboard.Numerics.Forest;

/// <summary>How unlikely the classes of m rows are under given powers of the probabilities (a) and of the base rates (b), and which way they become likelier.</summary>
/// <param name="logarithms">m × k logarithms of probabilities.</param>
/// <param name="logRates">k logarithms of base rates.</param>
/// <param name="classes">m classes.</param>
internal sealed class CalibrationLikelihood(double[] logarithms, double[] logRates, int[] classes)
{
    private readonly double[] _row = new double[logRates.Length];

    /// <summary>Turns logarithms into probabilities that add up to 1.</summary>
    public static void Normalise(Span<double> logarithms)
    {
        var largest = logarithms[ClassChecks.Largest<double>(logarithms)];
        var sum = 0.0;
        foreach (ref var one in logarithms)
        {
            one = Math.Exp(one - largest);
            sum += one;
        }

        foreach (ref var one in logarithms)
        {
            one /= sum;
        }
    }

    /// <summary>Minus the logarithm of the likelihood, plus ((a − 1)² + b²) / 2, with first and second derivatives.</summary>
    public CalibrationSlope At(double a, double b)
    {
        var sum = new CalibrationSlope(((a - 1) * (a - 1) / 2) + (b * b / 2), a - 1, b, 1, 0, 1);
        for (var row = 0; row < classes.Length; row++)
        {
            sum = sum.Plus(OfRow(logarithms.AsSpan(row * _row.Length, _row.Length), classes[row], a, b));
        }

        return sum;
    }

    private CalibrationSlope OfRow(ReadOnlySpan<double> forest, int truth, double a, double b)
    {
        for (var one = 0; one < _row.Length; one++)
        {
            _row[one] = (a * forest[one]) + (b * logRates[one]);
        }

        Normalise(_row);
        var (f, r, ff, fr, rr) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var one = 0; one < _row.Length; one++)
        {
            f += _row[one] * forest[one];
            r += _row[one] * logRates[one];
            ff += _row[one] * forest[one] * forest[one];
            fr += _row[one] * forest[one] * logRates[one];
            rr += _row[one] * logRates[one] * logRates[one];
        }

        return new CalibrationSlope(
            -Math.Log(Math.Max(double.Epsilon, _row[truth])), f - forest[truth], r - logRates[truth], ff - (f * f), fr - (f * r), rr - (r * r));
    }
}
