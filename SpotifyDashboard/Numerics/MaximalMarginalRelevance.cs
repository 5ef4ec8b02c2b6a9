namespace SpotifyDashboard.Numerics;

/// <summary>Picks rows that are relevant and yet unlike each other: each next one is worth its relevance less its likeness to those picked.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n relevances and n × d unit rows in, the picked rows in order out.</para>
/// <para><b>Units.</b> Relevance on the scale of the cosine (−1 to 1, or 0 to 1), or the balance between the two means nothing.</para>
/// <para><b>Cost.</b> O(count·n·d) time, 4·n bytes.</para>
/// <para><b>Determinism.</b> Likeness is computed in float in one fixed order; of equal worth the lower row is picked.</para>
/// <para><b>Sources.</b> J. Carbonell, J. Goldstein, "The use of MMR, diversity-based reranking for reordering documents and producing summaries",
/// SIGIR 1998, 335–336, doi:10.1145/290941.291025.</para>
/// </remarks>
public static class MaximalMarginalRelevance
{
    /// <summary>Picks up to <paramref name="count"/> rows.</summary>
    /// <param name="relevance">n values; a row of negative infinity is never picked.</param>
    /// <param name="rows">n rows, for their likeness (cosine) to each other.</param>
    /// <param name="count">How many.</param>
    /// <param name="lambda">Weight of relevance, 0 to 1: 1 sorts by relevance, 0 looks only for rows unlike those picked.</param>
    /// <param name="cancellationToken">Looked at once per picked row.</param>
    /// <exception cref="ArgumentException">Relevances and rows differ in number, or one is NaN or positive infinity.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lambda"/> is not between 0 and 1.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static IReadOnlyList<int> Pick(ReadOnlySpan<double> relevance, UnitRows rows, int count, double lambda = 0.7, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ThrowIfImpossible(relevance, rows.Rows, lambda);

        // Likeness to the nearest of the rows picked; before the first there is none, and relevance decides.
        var likeness = new float[rows.Rows];
        var isFree = new bool[rows.Rows];
        for (var row = 0; row < isFree.Length; row++)
        {
            isFree[row] = !double.IsNegativeInfinity(relevance[row]);
        }

        var picked = new List<int>();
        while (picked.Count < count && MostWorth(relevance, likeness, isFree, picked.Count == 0 ? 1 : lambda) is var next and >= 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            isFree[next] = false;
            Raise(likeness, rows, next, picked.Count == 0);
            picked.Add(next);
        }

        return picked;
    }

    private static void ThrowIfImpossible(ReadOnlySpan<double> relevance, int rows, double lambda)
    {
        if (relevance.Length != rows)
        {
            throw new ArgumentException($"{relevance.Length} relevances do not rate {rows} rows.", nameof(relevance));
        }

        foreach (var value in relevance)
        {
            if (double.IsNaN(value) || double.IsPositiveInfinity(value))
            {
                throw new ArgumentException(FormattableString.Invariant($"A relevance of {value} can't be compared."), nameof(relevance));
            }
        }

        // Written so that NaN fails too.
        if (!(lambda is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(lambda), lambda, "The weight of relevance is between 0 and 1.");
        }
    }

    private static int MostWorth(ReadOnlySpan<double> relevance, float[] likeness, bool[] isFree, double lambda)
    {
        var (best, most) = (-1, double.NegativeInfinity);
        for (var row = 0; row < isFree.Length; row++)
        {
            var worth = (lambda * relevance[row]) - ((1 - lambda) * likeness[row]);
            if (isFree[row] && worth > most)
            {
                (best, most) = (row, worth);
            }
        }

        return best;
    }

    /// <summary>Raises each row's likeness to that to the newly picked one.</summary>
    private static void Raise(float[] likeness, UnitRows rows, int picked, bool isFirst)
    {
        Span<float> products = stackalloc float[PointBlocks.Size];
        Span<ulong> above = stackalloc ulong[PointBlocks.Size / 64];
        for (var block = 0; block < rows.Blocks.Count; block++)
        {
            BlockKernels.Multiply(rows.Blocks.Points(block), rows.Directions.Row(picked), 0, products, above);
            var part = likeness.AsSpan(block * PointBlocks.Size, rows.Blocks.RowsIn(block));
            for (var i = 0; i < part.Length; i++)
            {
                part[i] = isFirst ? products[i] : Math.Max(part[i], products[i]);
            }
        }
    }
}
