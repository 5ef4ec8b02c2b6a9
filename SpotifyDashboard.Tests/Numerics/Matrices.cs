using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Numerics;

/// <summary>Small matrices for tests.</summary>
internal static class Matrices
{
    /// <summary>One row per array; features are named f0, f1, …</summary>
    public static FeatureMatrix Of(params float[][] rows) =>
        new(Enumerable.Range(0, rows[0].Length).Select(i => $"f{i}"), [.. rows.SelectMany(row => row)]);

    /// <summary>One feature, one row per value.</summary>
    public static FeatureMatrix Column(params float[] values) => new(["f0"], values);

    /// <summary>Independent normal values, the same for the same seed.</summary>
    public static FeatureMatrix Noise(int rows, int columns, int seed = 7)
    {
        var random = new Random(seed);
        var values = new float[rows * columns];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        }

        return new FeatureMatrix(Enumerable.Range(0, columns).Select(i => $"f{i}"), values);
    }

    /// <summary>A library with planted moods: <paramref name="moods"/> centres of norm about 4, rows around them, and the truth.</summary>
    public static (FeatureMatrix Matrix, int[] Moods) Planted(int rows, int columns, int moods, int seed = 11)
    {
        var centers = Noise(moods, columns, seed);
        var noise = Noise(rows, columns, seed + 1);
        var truth = new int[rows];
        var values = noise.Values.ToArray();
        for (var row = 0; row < rows; row++)
        {
            truth[row] = row % moods;
            for (var column = 0; column < columns; column++)
            {
                values[(row * columns) + column] = (0.4f * noise[row, column]) + (2 * centers[truth[row], column]);
            }
        }

        return (new FeatureMatrix(noise.Features, values), truth);
    }
}
