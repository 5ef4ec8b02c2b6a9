namespace SpotifyDashboard.Numerics.Forest;

/// <summary>How unlikely the classes of m rows are under given powers of the probabilities (a) and of the base rates (b), and its slopes.</summary>
/// <param name="logarithms">m × k logarithms of probabilities.</param>
/// <param name="baseRates">k base rates.</param>
/// <param name="classes">m classes.</param>
internal sealed class CalibrationLikelihood(double[] logarithms, double[] baseRates, int[] classes)
{
    /// <summary>Decides only what the rows leave open, such as b where all base rates are equal.</summary>
    private const double Hold = 1e-3;

    private readonly double[] _logRates = Array.ConvertAll(baseRates, Math.Log);
    private readonly double[] _row = new double[baseRates.Length];

    // What m rows of m right still leave to doubt: as if two more had been seen, of any class (Platt).
    private readonly double _doubt = 2.0 / (classes.Length + 2);

    /// <summary>Turns logarithms into probabilities that add up to 1; returns the logarithm of the sum they had.</summary>
    public static double Normalise(Span<double> logarithms)
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

        return largest + Math.Log(sum);
    }

    /// <summary>Minus the logarithm of the likelihood at a and b, with first and second derivatives.</summary>
    public CalibrationSlope At(double a, double b)
    {
        var sum = new CalibrationSlope(Hold * (((a - 1) * (a - 1)) + (b * b)) / 2, Hold * (a - 1), Hold * b, Hold, 0, Hold);
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
            _row[one] = (a * forest[one]) + (b * _logRates[one]);
        }

        var logSum = Normalise(_row);
        var (f, r, ff, fr, rr) = (0.0, 0.0, 0.0, 0.0, 0.0);
        var (trueF, trueR) = ((1 - _doubt) * forest[truth], (1 - _doubt) * _logRates[truth]);
        for (var one = 0; one < _row.Length; one++)
        {
            f += _row[one] * forest[one];
            r += _row[one] * _logRates[one];
            ff += _row[one] * forest[one] * forest[one];
            fr += _row[one] * forest[one] * _logRates[one];
            rr += _row[one] * _logRates[one] * _logRates[one];
            trueF += _doubt * baseRates[one] * forest[one];
            trueR += _doubt * baseRates[one] * _logRates[one];
        }

        return new CalibrationSlope(logSum - (a * trueF) - (b * trueR), f - trueF, r - trueR, ff - (f * f), fr - (f * r), rr - (r * r));
    }
}
