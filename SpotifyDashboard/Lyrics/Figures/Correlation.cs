namespace SpotifyDashboard.Lyrics.Figures;

/// <summary>How far two measures of the same songs go together.</summary>
/// <param name="Value">Pearson's r, −1 to 1.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Songs">Of how many songs.</param>
public sealed record Correlation(double Value, double Low, double High, int Songs)
{
    /// <summary>Below so many pairs nothing is said.</summary>
    public const int FewestPairs = 10;

    private const double Z95 = 1.959964;

    /// <summary>Beyond, the interval of a perfect line would be no number.</summary>
    private const double Nearly = 1 - 1e-12;

    /// <summary>Finds it.</summary>
    /// <returns>Null below <see cref="FewestPairs"/> pairs, and where one of the two never changes.</returns>
    internal static Correlation? Of(IReadOnlyList<(double X, double Y)> pairs)
    {
        if (pairs.Count < FewestPairs)
        {
            return null;
        }

        var (meanX, meanY) = (pairs.Average(static pair => pair.X), pairs.Average(static pair => pair.Y));
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        foreach (var (x, y) in pairs)
        {
            xx += (x - meanX) * (x - meanX);
            yy += (y - meanY) * (y - meanY);
            xy += (x - meanX) * (y - meanY);
        }

        if (xx <= double.Epsilon || yy <= double.Epsilon)
        {
            return null;
        }

        var r = Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1);
        var (z, reach) = (Math.Atanh(Math.Clamp(r, -Nearly, Nearly)), Z95 / Math.Sqrt(pairs.Count - 3));
        return new Correlation(r, Math.Tanh(z - reach), Math.Tanh(z + reach), pairs.Count);
    }
}
