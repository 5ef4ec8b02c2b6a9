namespace SpotifyDashboard.Numerics.Forest;

/// <summary>A function of two numbers a and b at one point: its value, its slopes and its curvatures.</summary>
internal readonly record struct CalibrationSlope(double Value, double SlopeA, double SlopeB, double BendA, double BendBoth, double BendB)
{
    public CalibrationSlope Plus(CalibrationSlope other) => new(
        Value + other.Value,
        SlopeA + other.SlopeA,
        SlopeB + other.SlopeB,
        BendA + other.BendA,
        BendBoth + other.BendBoth,
        BendB + other.BendB);

    /// <summary>The step to the lowest point of the parabola that fits here, along the directions that are free.</summary>
    public (double A, double B) NewtonStep(bool freeA, bool freeB)
    {
        if (!freeA || !freeB)
        {
            return (freeA ? -SlopeA / BendA : 0, freeB ? -SlopeB / BendB : 0);
        }

        var determinant = (BendA * BendB) - (BendBoth * BendBoth);
        return (((BendBoth * SlopeB) - (BendB * SlopeA)) / determinant, ((BendBoth * SlopeA) - (BendA * SlopeB)) / determinant);
    }
}
