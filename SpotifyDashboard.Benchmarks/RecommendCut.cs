namespace SpotifyDashboard.Benchmarks;

/// <summary>One cut day of <see cref="RecommendMeasurement"/>: what was loved again after it, and what three ways would have named.</summary>
/// <param name="Loves">Recordings loved again in the hidden month.</param>
/// <param name="AllLoves">The same with those that were never played before.</param>
/// <param name="Candidates">What may be named.</param>
/// <param name="Recommended">What the program names.</param>
/// <param name="Popular">What has most plays of all time.</param>
/// <param name="Drawn">A draw by chance.</param>
internal sealed record RecommendCut(HashSet<int> Loves, int AllLoves, HashSet<int> Candidates, HashSet<int> Recommended, HashSet<int> Popular, HashSet<int> Drawn)
{
    /// <summary>The share of the loves that are among <paramref name="named"/>.</summary>
    public double Recall(HashSet<int> named) => (double)Loves.Count(named.Contains) / Loves.Count;

    /// <summary>What a draw of <paramref name="places"/> finds in the mean.</summary>
    public double RecallByChance(int places) => Recall(Candidates) * Math.Min(1, (double)places / Math.Max(1, Candidates.Count));
}
