using SpotifyDashboard.Moods;

namespace SpotifyDashboard.Tests.Moods;

/// <summary>Songs drawn around five sounds that differ clearly in several features, and which sound each was drawn from.</summary>
internal static class PlantedLibrary
{
    private static readonly double[][] s_sounds =
    [
        [0.85, 0.85, -4, 0.06, 0.05, 0.02, 0.15, 0.85, 126],
        [0.35, 0.15, -19, 0.04, 0.92, 0.10, 0.10, 0.20, 84],
        [0.50, 0.92, -3, 0.08, 0.02, 0.05, 0.75, 0.40, 150],
        [0.70, 0.55, -8, 0.42, 0.20, 0.01, 0.20, 0.50, 92],
        [0.45, 0.40, -13, 0.05, 0.35, 0.88, 0.10, 0.15, 110],
    ];

    private static readonly double[] s_spread = [0.04, 0.04, 1, 0.015, 0.04, 0.04, 0.04, 0.05, 5];

    /// <summary>Songs number <paramref name="first"/> to <paramref name="first"/> + <paramref name="count"/> − 1; their ids do not give their sound away.</summary>
    public static IReadOnlyList<(Song Song, int Sound)> Songs(int count, int first = 0) =>
    [
        .. Enumerable.Range(first, count).Select(number =>
        {
            var random = new Random(number);
            var sound = random.Next(s_sounds.Length);
            var features = FeatureSet.Nine.Keys.Select((key, column) => (key, s_sounds[sound][column] + (s_spread[column] * Normal(random))));
            return (Song.Of($"{random.Next():x8}{number}", [.. features]), sound);
        }),
    ];

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
