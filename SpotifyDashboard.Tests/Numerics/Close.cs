namespace SpotifyDashboard.Tests.Numerics;

/// <summary>Comparison of numbers by relative distance, with an absolute one below 1.</summary>
internal static class Close
{
    public static void Assert(double expected, double actual, double tolerance) =>
        Xunit.Assert.Equal(expected, actual, tolerance * Math.Max(1, Math.Abs(expected)));
}
