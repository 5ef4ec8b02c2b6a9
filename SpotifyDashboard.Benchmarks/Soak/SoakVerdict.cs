using System.Globalization;

namespace SpotifyDashboard.Benchmarks.Soak;

/// <summary>Whether what the process holds grows: the slope of a straight line through the samples after the first day, least squares.</summary>
internal static class SoakVerdict
{
    private const int WarmUpHours = 24;

    /// <summary>A hundredth of the 200 MB that an idle program may have, in a day.</summary>
    private const double MostHeapMbADay = 2;

    private const double MostResidentMbADay = 6;
    private const double MostHandlesADay = 1;

    /// <summary>Prints a line for each and says whether all are flat.</summary>
    public static bool Print(IReadOnlyList<SoakSample> samples)
    {
        var warm = samples.Where(sample => sample.Hour >= Math.Min(WarmUpHours, samples[^1].Hour / 4)).ToList();
        return new[]
        {
            Print("managed heap", "MB", warm, sample => sample.HeapMb, MostHeapMbADay),
            Print("resident memory", "MB", warm, sample => sample.ResidentMb, MostResidentMbADay),
            Print("handles", "", warm, sample => sample.Handles, MostHandlesADay),
        }.All(isFlat => isFlat);
    }

    private static bool Print(string what, string unit, List<SoakSample> samples, Func<SoakSample, double> value, double most)
    {
        var slope = 24 * Slope([.. samples.Select(sample => ((double)sample.Hour, value(sample)))]);
        var isFlat = slope <= most;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {slope:+0.00;-0.00;0.00} {unit} a day after warming up (from {value(samples[0]):0.0} to {value(samples[^1]):0.0}); at most {most:0.0} counts as flat: {(isFlat ? "flat" : "GROWS")}"));
        return isFlat;
    }

    private static double Slope(List<(double X, double Y)> points)
    {
        var (meanX, meanY) = (points.Average(point => point.X), points.Average(point => point.Y));
        var spread = points.Sum(point => (point.X - meanX) * (point.X - meanX));
        return spread == 0 ? 0 : points.Sum(point => (point.X - meanX) * (point.Y - meanY)) / spread;
    }
}
