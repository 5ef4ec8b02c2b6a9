using System.Text.Json;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Numerics;

/// <summary>What scikit-learn says about the songs of 2020 (see the notice beside the fixture).</summary>
internal sealed record Oracle
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static readonly Lazy<Document> s_document = new(() =>
        JsonSerializer.Deserialize<Document>(File.ReadAllText(PathOf("oracle.json")), s_options)
        ?? throw new InvalidDataException("oracle.json is empty."));

    public required int Rows { get; init; }

    public required string[] Features { get; init; }

    public required double[] Mean { get; init; }

    public required double[] Deviation { get; init; }

    public required double[] Variance { get; init; }

    public required double[] Ratio { get; init; }

    public required double[][] Components { get; init; }

    public required int[] SampleRows { get; init; }

    public required double[][] SampleZ { get; init; }

    public required double[][] SampleScores { get; init; }

    /// <summary>The answer for each k from 2 to 10.</summary>
    public required Dictionary<int, Partition> K { get; init; }

    /// <summary>The lowest inertia for k = 5 found by any program.</summary>
    public required Partition BestKnown { get; init; }

    public static Oracle Of(string set) => s_document.Value.Sets[set];

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "numerics", file);

    public sealed record Partition(double Inertia, int[] Sizes, double[][] Centers, double? Silhouette, double? CalinskiHarabasz, double? DaviesBouldin);

    /// <summary>Each row's number of the nearest of some centres.</summary>
    public static int[] Assign(FeatureMatrix matrix, double[][] centers) =>
        [.. Enumerable.Range(0, matrix.Rows).Select(row => Nearest(matrix.Row(row).ToArray(), centers))];

    private static int Nearest(float[] row, double[][] centers) =>
        Enumerable.Range(0, centers.Length).MinBy(i => centers[i].Zip(row, (a, b) => (a - b) * (a - b)).Sum());

    private sealed record Document(Dictionary<string, Oracle> Sets);
}
