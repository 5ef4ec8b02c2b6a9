namespace SpotifyDashboard.Numerics.Forest;

/// <summary>How large a forest to grow and from which draws.</summary>
/// <param name="Trees">Number of trees, at least 1. The answer is their mean: more trees steady it, none overfit it.</param>
/// <param name="Depth">Most splits between root and leaf, 1 to 32.</param>
/// <param name="Balanced">Whether rows weigh n / (classes · rows of their class), so that rare classes count as much as
/// frequent ones.</param>
/// <param name="Seed">Tree i draws from stream i of this seed, so a larger forest begins with the trees of a smaller one.</param>
/// <param name="Workers">Most threads used at once; left out, all processors. The answer does not depend on it.</param>
public sealed record RandomForestOptions(int Trees = 100, int Depth = 10, bool Balanced = true, int Seed = 42, int? Workers = null)
{
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range; the message names it.</exception>
    internal void ThrowIfImpossible()
    {
        ClassChecks.ThrowIfOutside(nameof(Trees), Trees, 1, int.MaxValue);
        ClassChecks.ThrowIfOutside(nameof(Depth), Depth, 1, DecisionTree.DeepestDepth);
        ClassChecks.ThrowIfOutside(nameof(Workers), Workers ?? 1, 1, int.MaxValue);
    }

    /// <summary>The options of a parallel loop over trees or rows.</summary>
    internal ParallelOptions InParallel(CancellationToken cancellationToken) => new()
    {
        CancellationToken = cancellationToken,
        MaxDegreeOfParallelism = Workers ?? Environment.ProcessorCount,
    };
}
