using System.Globalization;
using System.IO.Compression;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Benchmarks;

/// <summary>Nine features of the songs of 2020 (see the notice beside the fixture), as many rows as asked for, and their genres.</summary>
internal static class NumericsSongs
{
    private const string SongFile = "spotify_songs_2020.csv.gz";

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

    /// <summary>All 32,833 songs, repeated ones too, and the number of each one's genre among the six.</summary>
    public static (FeatureMatrix Songs, int[] Genres) LoadWithGenres()
    {
        var names = ReadLines("spotify_genres_2020.txt.gz");
        var known = names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return (new FeatureMatrix(s_features, [.. Parse(ReadLines(SongFile)).SelectMany(song => song)]), [.. names.Select(name => known.IndexOf(name))]);
    }

    /// <summary>Songs evenly spread over the file, as the rival's script takes them; beyond their number drawn with replacement and a little noise.</summary>
    public static (FeatureMatrix Songs, int[] Genres) Spread(int rows)
    {
        var (songs, genres) = LoadWithGenres();
        if (rows > songs.Rows)
        {
            var random = new Random(42);
            return (Load(rows), [.. Enumerable.Range(0, rows).Select(_ => random.Next(genres.Max() + 1))]);
        }

        int[] chosen = [.. Enumerable.Range(0, rows).Select(row => (int)((long)row * songs.Rows / rows))];
        return (songs.SelectRows(chosen), Array.ConvertAll(chosen, row => genres[row]));
    }

    private static List<float[]> Read()
    {
        var lines = ReadLines(SongFile);
        return Parse([lines[0], .. lines.Skip(1).DistinctBy(line => line[..line.IndexOf(',', StringComparison.Ordinal)])]);
    }

    private static List<float[]> Parse(List<string> lines)
    {
        var header = lines[0].Split(',');
        var columns = Array.ConvertAll(s_features, feature => Array.IndexOf(header, feature));
        return
        [
            .. lines.Skip(1).Select(line => line.Split(','))
                .Select(line => Array.ConvertAll(columns, column => float.Parse(line[column], CultureInfo.InvariantCulture))),
        ];
    }

    private static List<string> ReadLines(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, name));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }
}
