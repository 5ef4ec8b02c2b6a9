using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpotifyDashboard.Numerics.Forest;

/// <summary>Sends blocks of rows through the trees: all rows of a block take one step together, so that none waits for its own comparison.</summary>
internal static class ForestVote
{
    /// <summary>Rows of a block: their values and a tree of a thousand nodes fit into the first-level cache together.</summary>
    public const int BlockRows = 256;

    public static int Blocks(int rows) => (rows + BlockRows - 1) / BlockRows;

    /// <summary>Writes the mean of the trees for the rows of <paramref name="block"/>.</summary>
    /// <param name="trees">At least one.</param>
    /// <param name="rows">All rows.</param>
    /// <param name="block">Which block of them.</param>
    /// <param name="nodes">Room for a node per row of a block.</param>
    /// <param name="probabilities">n × k, zero where the block's rows stand.</param>
    public static void Take(DecisionTree[] trees, FeatureMatrix rows, int block, int[] nodes, double[] probabilities)
    {
        var from = block * BlockRows;
        var count = Math.Min(BlockRows, rows.Rows - from);
        var values = rows.Values.Slice(from * rows.Columns, count * rows.Columns);
        var classes = trees[0].ClassCount;
        var target = probabilities.AsSpan(from * classes, count * classes);
        foreach (var tree in trees)
        {
            Walk(tree, values, rows.Columns, nodes.AsSpan(0, count));
            Add(tree, nodes.AsSpan(0, count), target);
        }

        foreach (ref var probability in target)
        {
            probability /= trees.Length;
        }
    }

    private static void Walk(DecisionTree tree, ReadOnlySpan<float> values, int columns, Span<int> nodes)
    {
        nodes.Clear();
        ref var first = ref MemoryMarshal.GetArrayDataReference(tree.Nodes);
        for (var step = 0; step < tree.Depth; step++)
        {
            ref var value = ref MemoryMarshal.GetReference(values);
            for (var row = 0; row < nodes.Length; row++)
            {
                ref var node = ref Unsafe.Add(ref first, nodes[row]);
                nodes[row] = node.Left + (Unsafe.Add(ref value, node.Feature) > node.Threshold ? 1 : 0);
                value = ref Unsafe.Add(ref value, columns);
            }
        }
    }

    private static void Add(DecisionTree tree, ReadOnlySpan<int> nodes, Span<double> target)
    {
        var classes = tree.ClassCount;
        for (var row = 0; row < nodes.Length; row++)
        {
            var shares = tree.Shares.AsSpan(tree.Nodes[nodes[row]].Leaf * classes, classes);
            var sums = target.Slice(row * classes, classes);
            for (var one = 0; one < sums.Length; one++)
            {
                sums[one] += shares[one];
            }
        }
    }
}
