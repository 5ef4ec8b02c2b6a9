using System.Globalization;
using System.IO.Compression;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Benchmarks;

/// <summary>Nine features of the songs of 2020 (see the notice beside the fixture), as many rows as asked for.</summary>
internal static class NumericsSongs
{
    private static readonly string[] s_features =
        ["danceability", "energy", "loudness", "speechiness", "acousticness", "instrumentalness", "liveness", "valence", "tempo"];

    /// <summary>The first distinct songs; beyond their number, songs drawn with replacement, each value off by up to 0.1 %.</summary>
    public static FeatureMatrix Load(int rows)
    {
        var songs = Read();
        var random = new Random(42);
        var values = new float[rows * s_features.Length];
        for (var row = 0; row < rows; row++)
        {
            var song = rows <= songs.Count ? songs[row] : songs[random.Next(songs.Count)];
            for (var column = 0; column < song.Length; column++)
            {
                var noise = rows <= songs.Count ? 0 : 1e-3 * ((2 * random.NextDouble()) - 1);
                values[(row * song.Length) + column] = (float)(song[column] * (1 + noise));
            }
        }

        return new FeatureMatrix(s_features, values);
    }

    private static List<float[]> Read()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "spotify_songs_2020.csv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var lines = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line.Split(','));
        }

        var columns = Array.ConvertAll(s_features, feature => Array.IndexOf(lines[0], feature));
        return
        [
            .. lines.Skip(1).DistinctBy(line => line[0])
                .Select(line => Array.ConvertAll(columns, column => float.Parse(line[column], CultureInfo.InvariantCulture))),
        ];
    }
}
