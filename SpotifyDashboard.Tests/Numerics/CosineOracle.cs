using System.Text.Json;

namespace SpotifyDashboard.Tests.Numerics;

/// <summary>The ten rows most alike to each of twenty, as scikit-learn finds them in the songs of 2020 (see the notice beside the fixture).</summary>
internal static class CosineOracle
{
    private static readonly Lazy<Document> s_document = new(() =>
        JsonSerializer.Deserialize<Document>(File.ReadAllText(Oracle.PathOf("cosine.json")), JsonSerializerOptions.Web)
        ?? throw new InvalidDataException("cosine.json is empty."));

    /// <summary>For the z-scores of a set, or for the features as published.</summary>
    public static Query[] Of(string set, bool isScaled) => isScaled ? s_document.Value.Sets[set].Z : s_document.Value.Sets[set].Raw;

    public sealed record Query(int Row, int[] Rows, double[] Similarities);

    private sealed record Answers(Query[] Z, Query[] Raw);

    private sealed record Document(Dictionary<string, Answers> Sets);
}
