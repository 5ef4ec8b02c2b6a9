namespace SpotifyDashboard.Numerics;

/// <summary>What to look for and how hard.</summary>
/// <param name="Clusters">Number of clusters wanted, k ≥ 1.</param>
/// <param name="Starts">Independent searches from fresh seeds; the best is kept. Ten are enough on nine features, not on
/// twelve or thirteen, nor below a thousand rows (see docs/numerics.md).</param>
/// <param name="MaxRounds">Limit of the rounds of one search.</param>
/// <param name="Seed">Start i draws from stream i of this seed, so more starts can only find a better answer.</param>
/// <param name="Tolerance">A search ends when the squared distances that the centroids moved add up to at most this share
/// of the mean variance of the features; 0 asks for labels that no longer change.</param>
public sealed record KMeansOptions(int Clusters, int Starts = 10, int MaxRounds = 300, int Seed = 42, double Tolerance = 1e-4)
{
    /// <summary>Weight of each row, for example its plays: n finite numbers ≥ 0, not all 0. Empty: every row weighs 1.</summary>
    public ReadOnlyMemory<float> Weights { get; init; }

    /// <summary>Most threads used at once; left out, all processors up to four. The answer does not depend on it.</summary>
    public int? Workers { get; init; }
}
