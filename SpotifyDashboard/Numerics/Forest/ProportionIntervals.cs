namespace SpotifyDashboard.Numerics.Forest;

/// <summary>95 % intervals of shares, made for few rows: both keep their promise at forty.</summary>
/// <remarks>
/// They take rows as independent. Predictions from five folds share much of their training rows, so the intervals are a little
/// too narrow or too wide; docs/numerics.md says how often the verdict built on them errs on shuffled classes.
/// </remarks>
internal static class ProportionIntervals
{
    /// <summary>The 97.5 % point of the normal distribution.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>A share of rows, by E. B. Wilson, "Probable inference", J. Am. Stat. Assoc. 22 (1927) 209–212.</summary>
    public static Estimate Wilson(int hits, int rows)
    {
        var share = (double)hits / rows;
        var middle = (hits + (Z * Z / 2)) / (rows + (Z * Z));
        var half = Z / (rows + (Z * Z)) * Math.Sqrt((hits * (1 - share)) + (Z * Z / 4));
        return new Estimate(share, Math.Clamp(middle - half, 0, share), Math.Clamp(middle + half, share, 1));
    }

    /// <summary>
    /// The difference of two shares of the same rows, by A. Agresti, Y. Min, "Simple improved confidence intervals for comparing
    /// matched proportions", Stat. Med. 24 (2005) 729–740: half a row is added to each of the four cells.
    /// </summary>
    /// <param name="onlyFirst">Rows that only the first got right.</param>
    /// <param name="onlySecond">Rows that only the second got right.</param>
    /// <param name="rows">All rows.</param>
    public static Estimate PairedDifference(int onlyFirst, int onlySecond, int rows)
    {
        double difference = onlyFirst - onlySecond;
        var middle = difference / (rows + 2);
        var half = Z * Math.Sqrt(onlyFirst + onlySecond + 1 - (difference * difference / (rows + 2))) / (rows + 2);
        return new Estimate(difference / rows, Math.Max(-1, middle - half), Math.Min(1, middle + half));
    }
}
