using System.IO.Compression;
using System.Text.Json;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Numerics.Forest;

/// <summary>What scikit-learn's Random Forest says about genres of the songs of 2020 and about three further data sets (see the notice beside the fixtures).</summary>
internal static class ForestOracle
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static readonly Lazy<Dictionary<string, SongSet>> s_songs = new(() => Read<Document<SongSet>>("forest.json").Sets);

    private static readonly Lazy<Dictionary<string, FurtherSet>> s_further = new(() => Read<Document<FurtherSet>>("forest_further.json").Sets);

    private static readonly Lazy<string[]> s_genres = new(ReadGenres);

    /// <summary>All songs with nine features, and the genre of each by its number in <see cref="SongSet.Classes"/>.</summary>
    public static (FeatureMatrix Rows, int[] Classes, SongSet Expected) Songs()
    {
        var expected = s_songs.Value["songs2020_all_f9_genre"];
        return (Songs2020.Load("songs2020_f9"), Array.ConvertAll(s_genres.Value, genre => Array.IndexOf(expected.Classes, genre)), expected);
    }

    public static (FeatureMatrix Rows, int[] Classes, FurtherSet Expected) Further(string set)
    {
        var expected = s_further.Value[set];
        return (new FeatureMatrix(expected.Features, [.. expected.Rows.SelectMany(row => row)]), expected.Classes, expected);
    }

    private static T Read<T>(string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(Oracle.PathOf(file)), s_options) ?? throw new InvalidDataException($"{file} is empty.");

    private static string[] ReadGenres()
    {
        using var file = File.OpenRead(Oracle.PathOf("spotify_genres_2020.txt.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public sealed record Spread(double Mean);

    public sealed record SongSet(
        string[] Classes,
        int[] Counts,
        Spread Accuracy,
        Spread MacroF1,
        double MajorityBaselineAccuracy,
        double MeanNodesPerTree,
        Dictionary<string, double> ClassWeightBalanced)
    {
        [System.Text.Json.Serialization.JsonPropertyName("train_accuracy_seed42")]
        public required double TrainAccuracy { get; init; }

        [System.Text.Json.Serialization.JsonPropertyName("feature_importances_seed42")]
        public required double[] Importances { get; init; }
    }

    public sealed record FurtherSet(string[] Features, float[][] Rows, int[] Classes, double Accuracy, double MacroF1, double[] Importances, double Nodes);

    private sealed record Document<T>(Dictionary<string, T> Sets);
}
