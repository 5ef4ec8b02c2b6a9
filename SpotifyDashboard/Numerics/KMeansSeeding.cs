namespace SpotifyDashboard.Numerics;

/// <summary>Greedy k-means++ for several starts at once: draws each seed among the rows that the seeds so far serve badly.</summary>
/// <remarks>
/// A row's cost is its weight times its squared distance to the nearest seed. Each pass over the blocks serves every start
/// and every candidate, and leaves one sum per block, so that drawing walks over blocks and then over the rows of one.
/// </remarks>
internal sealed class KMeansSeeding
{
    private readonly PointBlocks _blocks;
    private readonly Crew _crew;
    private readonly int _candidates;

    public KMeansSeeding(PointBlocks blocks, Crew crew, int clusters)
    {
        _blocks = blocks;
        _crew = crew;
        _candidates = 2 + (int)Math.Log(clusters);
    }

    /// <summary>Draws <paramref name="clusters"/> row indices for each generator, from at least as many distinct rows of positive weight.</summary>
    public int[][] Draw(SplitMix64[] randoms, int clusters, CancellationToken cancellationToken)
    {
        var starts = Array.ConvertAll(randoms, random => new Start(random, _blocks));
        for (var seed = 0; seed < clusters; seed++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Array.ForEach(starts, start => start.DrawCandidates(seed == 0 ? 1 : _candidates));
            _crew.Run(share =>
            {
                var (from, to) = Crew.Range(share, _blocks.Count);
                for (var block = from; block < to; block++)
                {
                    foreach (var start in starts)
                    {
                        start.Weigh(block);
                    }
                }
            });
            Array.ForEach(starts, start => start.ChooseCheapest());
        }

        return Array.ConvertAll(starts, start => start.Rows.ToArray());
    }

    /// <summary>The seeds of one start, and what each row and block costs with them.</summary>
    private sealed class Start
    {
        private readonly SplitMix64 _random;
        private readonly PointBlocks _blocks;
        private readonly float[] _distances;
        private int[] _candidates = [];
        private float[][] _centers = [];
        private double[][] _candidateCosts = [];
        private float[]? _latest;
        private double[] _costs;

        public Start(SplitMix64 random, PointBlocks blocks)
        {
            _random = random;
            _blocks = blocks;
            _distances = new float[blocks.Count * PointBlocks.Size];
            Array.Fill(_distances, float.PositiveInfinity);
            _costs = new double[blocks.Count];
            for (var block = 0; block < blocks.Count; block++)
            {
                _costs[block] = Sum(blocks.Weights(block));
            }
        }

        public List<int> Rows { get; } = [];

        /// <summary>Draws rows with probability proportional to their cost (at first: to their weight).</summary>
        public void DrawCandidates(int count)
        {
            _candidates = new int[count];
            _centers = new float[count][];
            _candidateCosts = new double[count][];
            for (var i = 0; i < count; i++)
            {
                _candidates[i] = Draw();
                _centers[i] = _blocks.Point(_candidates[i]);
                _candidateCosts[i] = new double[_blocks.Count];
            }
        }

        /// <summary>Adds the latest seed to the distances of one block, then computes what the block would cost with each candidate.</summary>
        public void Weigh(int block)
        {
            var points = _blocks.Points(block);
            var weights = _blocks.Weights(block);
            var distances = _distances.AsSpan(block * PointBlocks.Size, PointBlocks.Size);
            if (_latest is not null)
            {
                BlockKernels.Lower(points, _latest, distances, weights, distances);
            }

            Span<float> lowered = stackalloc float[PointBlocks.Size];
            for (var i = 0; i < _centers.Length; i++)
            {
                _candidateCosts[i][block] = BlockKernels.Lower(points, _centers[i], distances, weights, lowered);
            }
        }

        public void ChooseCheapest()
        {
            var totals = Array.ConvertAll(_candidateCosts, costs => costs.Sum());
            var best = Array.IndexOf(totals, totals.Min());
            Rows.Add(_candidates[best]);
            _latest = _centers[best];
            _costs = _candidateCosts[best];
        }

        private int Draw()
        {
            var target = _random.NextDouble() * _costs.Sum();
            var block = Walk(_costs, ref target);
            Span<float> lowered = stackalloc float[PointBlocks.Size];
            Span<double> costs = stackalloc double[PointBlocks.Size];
            lowered.Fill(1);
            if (_latest is not null)
            {
                var distances = _distances.AsSpan(block * PointBlocks.Size, PointBlocks.Size);
                BlockKernels.Lower(_blocks.Points(block), _latest, distances, _blocks.Weights(block), lowered);
            }

            for (var i = 0; i < costs.Length; i++)
            {
                costs[i] = lowered[i] * _blocks.Weights(block)[i];
            }

            return (block * PointBlocks.Size) + Walk(costs, ref target);
        }

        /// <summary>The first index at which the costs so far exceed the target; rounding may run over the end, to the last that costs anything.</summary>
        private static int Walk(ReadOnlySpan<double> costs, ref double target)
        {
            var last = 0;
            for (var i = 0; i < costs.Length; i++)
            {
                if (costs[i] > 0)
                {
                    last = i;
                    if (target < costs[i])
                    {
                        break;
                    }

                    target -= costs[i];
                }
            }

            return last;
        }

        private static double Sum(ReadOnlySpan<float> values)
        {
            var sum = 0.0;
            foreach (var value in values)
            {
                sum += value;
            }

            return sum;
        }
    }
}
