using System.Globalization;
using System.IO.Compression;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Numerics;

/// <summary>The songs of 2020 (see the notice beside the fixture), cut into the sets that the oracle knows.</summary>
internal static class Songs2020
{
    public static readonly string[] Sets =
        ["songs2020_f9", "songs2020_f12", "songs2020_first50_f9", "songs2020_stride1000_f9", "songs2020_dedup_f9"];

    private static readonly Lazy<List<string[]>> s_lines = new(ReadLines);

    public static FeatureMatrix Load(string set)
    {
        var lines = s_lines.Value;
        var features = Oracle.Of(set).Features;
        var columns = Array.ConvertAll(features, feature => Array.IndexOf(lines[0], feature));
        var rows = Rows(set, lines);
        var values = rows.SelectMany(row => columns.Select(column => float.Parse(lines[row + 1][column], CultureInfo.InvariantCulture)));
        return new FeatureMatrix(features, [.. values], rows);
    }

    public static FeatureMatrix LoadScaled(string set)
    {
        var matrix = Load(set);
        return StandardScaler.Fit(matrix).Transform(matrix);
    }

    /// <summary>The rows in double, as the oracle read them.</summary>
    public static double[][] LoadExact(string set)
    {
        var lines = s_lines.Value;
        var columns = Array.ConvertAll(Oracle.Of(set).Features, feature => Array.IndexOf(lines[0], feature));
        return [.. Rows(set, lines).Select(row => Array.ConvertAll(columns, column => double.Parse(lines[row + 1][column], CultureInfo.InvariantCulture)))];
    }

    private static int[] Rows(string set, List<string[]> lines)
    {
        var all = lines.Count - 1;
        return set switch
        {
            "songs2020_first50_f9" => [.. Enumerable.Range(0, 50)],
            "songs2020_stride1000_f9" => [.. Enumerable.Range(0, 1000).Select(i => (int)((long)i * all / 1000))],
            "songs2020_dedup_f9" => [.. Enumerable.Range(0, all).DistinctBy(row => lines[row + 1][0])],
            _ => [.. Enumerable.Range(0, all)],
        };
    }

    private static List<string[]> ReadLines()
    {
        using var file = File.OpenRead(Oracle.PathOf("spotify_songs_2020.csv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var lines = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line.Split(','));
        }

        return lines;
    }
}
