using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpotifyDashboard.Numerics;

/// <summary>One search of K-Means: its centroids, the cluster of each row, and the sums that make the next centroids.</summary>
/// <remarks>
/// Labels are found in float; the sums are kept in double and touched only for rows whose label changes, which after the
/// first rounds are few.
/// </remarks>
internal sealed class KMeansStart
{
    private const byte NoCluster = byte.MaxValue;

    private readonly PointBlocks _blocks;
    private readonly int _clusters;
    private readonly byte[] _labels;
    private readonly float[] _negated;
    private readonly float[] _halfNorms;
    private readonly ShareSums[] _shares = new ShareSums[Crew.Shares];

    /// <param name="blocks">The rows.</param>
    /// <param name="seeds">The row on which each centroid starts.</param>
    public KMeansStart(PointBlocks blocks, int[] seeds)
        : this(blocks, [.. seeds.SelectMany(row => blocks.Matrix.Row(row).ToArray(), static (_, value) => (double)value)])
    {
    }

    /// <param name="blocks">The rows.</param>
    /// <param name="centroids">k × d places from which the centroids start; kept.</param>
    public KMeansStart(PointBlocks blocks, double[] centroids)
    {
        _blocks = blocks;
        _clusters = centroids.Length / blocks.Matrix.Columns;
        _labels = new byte[blocks.Count * PointBlocks.Size];
        Array.Fill(_labels, NoCluster);
        Centroids = centroids;
        _negated = new float[Centroids.Length];
        _halfNorms = new float[_clusters];
        PrepareKernel();
        for (var share = 0; share < _shares.Length; share++)
        {
            _shares[share] = new ShareSums(_clusters, blocks.Matrix.Columns);
        }
    }

    /// <summary>k × d centroids, in the units of the matrix.</summary>
    public double[] Centroids { get; }

    public int Rounds { get; private set; }

    public bool IsAtRest { get; private set; }

    /// <summary>
    /// Squared distances of the centroids from the origin of the blocks, times their weights. With the inertia they add up to
    /// the same number for every start, so the start with the largest has the smallest inertia.
    /// </summary>
    public double Between { get; private set; }

    /// <summary>Finds the nearest centroid of each row of a block and moves the rows whose label changed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Assign(int block, int share)
    {
        Span<byte> nearest = stackalloc byte[PointBlocks.Size];
        BlockKernels.FindNearest(_blocks.Points(block), _negated, _halfNorms, nearest);
        nearest[_blocks.RowsIn(block)..].Fill(NoCluster);

        // Eight labels at a time: after the first rounds most words are equal.
        var before = MemoryMarshal.Cast<byte, ulong>(_labels.AsSpan(block * PointBlocks.Size, PointBlocks.Size));
        var after = MemoryMarshal.Cast<byte, ulong>(nearest);
        for (var word = 0; word < before.Length; word++)
        {
            for (var changes = before[word] ^ after[word]; changes != 0;)
            {
                var bit = BitOperations.TrailingZeroCount(changes) & ~7;
                var row = (block * PointBlocks.Size) + (word * 8) + (bit / 8);
                _shares[share].Move(_blocks.Matrix.Row(row), _blocks.Weight(row), (byte)(before[word] >> bit), (byte)(after[word] >> bit));
                changes &= ~(0xFFUL << bit);
            }

            before[word] = after[word];
        }
    }

    /// <summary>Moves every centroid to the mean of its rows; at rest once no label changed or the moves add up to little.</summary>
    public void MoveToMeans(double stopAt)
    {
        var total = new ShareSums(_clusters, _blocks.Matrix.Columns);
        Array.ForEach(_shares, total.Take);
        var before = (double[])Centroids.Clone();
        Between = 0;
        for (var cluster = 0; cluster < _clusters; cluster++)
        {
            if (total.Counts[cluster] > 0)
            {
                Between += Place(cluster, total);
            }
        }

        // A cluster that lost all its rows takes the one that is served worst; the next round settles who else belongs to it.
        for (var cluster = 0; cluster < _clusters; cluster++)
        {
            if (total.Counts[cluster] == 0)
            {
                Place(cluster, WorstServed());
            }
        }

        PrepareKernel();
        Rounds++;
        IsAtRest = !total.HasChanged || before.Zip(Centroids, (a, b) => (a - b) * (a - b)).Sum() <= stopAt;
    }

    /// <summary>Puts a centroid on the mean of its rows, and returns their weight times its squared distance from the origin.</summary>
    private double Place(int cluster, ShareSums total)
    {
        var columns = _blocks.Matrix.Columns;
        var squares = 0.0;
        for (var column = 0; column < columns; column++)
        {
            var mean = total.Sums[(cluster * columns) + column] / total.Masses[cluster];
            Centroids[(cluster * columns) + column] = mean;
            squares += (mean - _blocks.Origin[column]) * (mean - _blocks.Origin[column]);
        }

        return total.Masses[cluster] * squares;
    }

    private void Place(int cluster, int row)
    {
        var values = _blocks.Matrix.Row(row);
        for (var column = 0; column < values.Length; column++)
        {
            Centroids[(cluster * values.Length) + column] = values[column];
        }
    }

    private int WorstServed()
    {
        var (worst, most) = (0, -1.0);
        for (var row = 0; row < _blocks.Matrix.Rows; row++)
        {
            var cost = _blocks.Weight(row) * NearestCentroid.Of(_blocks.Matrix.Row(row), Centroids).Distance;
            (worst, most) = cost > most ? (row, cost) : (worst, most);
        }

        return worst;
    }

    private void PrepareKernel()
    {
        var columns = _blocks.Matrix.Columns;
        Array.Clear(_halfNorms);
        for (var i = 0; i < Centroids.Length; i++)
        {
            _negated[i] = (float)(_blocks.Origin[i % columns] - Centroids[i]);
            _halfNorms[i / columns] += _negated[i] * _negated[i] / 2;
        }
    }

    /// <summary>What the rows of one share add up to, by cluster. An own object each, so that threads do not write side by side.</summary>
    private sealed class ShareSums(int clusters, int columns)
    {
        public double[] Sums { get; } = new double[clusters * columns];

        public double[] Masses { get; } = new double[clusters];

        /// <summary>Rows of positive weight: an empty cluster is seen exactly, where masses keep a rest of rounding.</summary>
        public int[] Counts { get; } = new int[clusters];

        public bool HasChanged { get; set; }

        /// <summary>Adds what another share holds, and clears its mark of changes.</summary>
        public void Take(ShareSums other)
        {
            HasChanged |= other.HasChanged;
            other.HasChanged = false;
            for (var i = 0; i < Sums.Length; i++)
            {
                Sums[i] += other.Sums[i];
            }

            for (var cluster = 0; cluster < Counts.Length; cluster++)
            {
                Counts[cluster] += other.Counts[cluster];
                Masses[cluster] += other.Masses[cluster];
            }
        }

        public void Move(ReadOnlySpan<float> row, float weight, byte from, byte to)
        {
            HasChanged = true;
            Add(to, row, weight, weight > 0 ? 1 : 0);
            if (from != NoCluster)
            {
                Add(from, row, -weight, weight > 0 ? -1 : 0);
            }
        }

        private void Add(int cluster, ReadOnlySpan<float> row, double weight, int count)
        {
            Counts[cluster] += count;
            Masses[cluster] += weight;
            BlockKernels.AddScaled(row, weight, Sums.AsSpan(cluster * row.Length, row.Length));
        }
    }
}
