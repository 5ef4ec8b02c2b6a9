namespace SpotifyDashboard.Numerics;

/// <summary>Which numbers of clusters to try and how hard.</summary>
/// <param name="Fewest">Smallest number tried, at least 2.</param>
/// <param name="Most">Largest number tried.</param>
/// <param name="Starts">Searches for each number over all rows (see <see cref="KMeansOptions"/>).</param>
/// <param name="Resamples">Samples by which stability is measured, at least 1.</param>
/// <param name="Seed">Seed of all draws.</param>
public sealed record ClusterCountOptions(int Fewest = 2, int Most = 10, int Starts = 10, int Resamples = 10, int Seed = 42)
{
    /// <summary>Weight of each row, as in <see cref="KMeansOptions.Weights"/>; the scores count every row once.</summary>
    public ReadOnlyMemory<float> Weights { get; init; }

    /// <summary>Most threads used at once; left out, all processors up to four. The answer does not depend on it.</summary>
    public int? Workers { get; init; }
}
