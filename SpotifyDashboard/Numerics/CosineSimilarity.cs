using System.Numerics;

namespace SpotifyDashboard.Numerics;

/// <summary>How alike two rows point, whatever their length: 1 the same way, 0 nothing in common, −1 opposite.</summary>
/// <remarks>
/// <para><b>Shapes.</b> Two vectors of d values, n × d rows against one of d, or n × d rows among themselves.</para>
/// <para><b>Units.</b> Features in deviations from their mean (<see cref="StandardScaler"/>), so that the angle says in what two rows stand out alike.</para>
/// <para><b>Cost.</b> O(n·d) for one target, O(n²·d) on up to four threads for all; O(k) memory per target for the k nearest, 8·n² bytes for the matrix.</para>
/// <para><b>Determinism.</b> Candidates are found in float, answers computed in double and exact: the same rows in the same order as by comparing
/// all in double. Of equally alike rows the one with the lower index comes first.</para>
/// <para><b>Sources.</b> G. Salton, A. Wong, C. S. Yang, "A vector space model for automatic indexing", Communications of the ACM 18 (1975)
/// 613–620, doi:10.1145/361219.361220. Unlike scikit-learn's <c>cosine_similarity</c>, the cosine of equal rows never exceeds 1, and the whole
/// matrix is made only where it is asked for. As there, a row of zeros has no direction; its similarity is 0.</para>
/// </remarks>
public static class CosineSimilarity
{
    /// <summary>Most rows of a whole matrix, which then takes 128 MB.</summary>
    public const int MostRowsOfMatrix = 4000;

    /// <summary>Targets compared with a block while it is in the first-level cache.</summary>
    private const int TargetsAtOnce = 64;

    /// <summary>Below, waking a second thread costs more than it saves.</summary>
    private const int RowsWorthThreads = 500;

    /// <summary>The cosine of the angle between two vectors, −1 to 1.</summary>
    /// <exception cref="ArgumentException">They differ in length.</exception>
    public static double Of(ReadOnlySpan<float> one, ReadOnlySpan<float> other) => Between(one, other);

    /// <inheritdoc cref="Of(ReadOnlySpan{float}, ReadOnlySpan{float})"/>
    public static double Of(ReadOnlySpan<double> one, ReadOnlySpan<double> other) => Between(one, other);

    /// <summary>The rows that point most alike to <paramref name="target"/>, the most alike first.</summary>
    /// <param name="rows">n × d, finite. Where they are searched more than once, <see cref="UnitRows"/> save half the work.</param>
    /// <param name="target">d values.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="isWanted">Says of a row whether it may be among them.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or the target has not d values.</exception>
    public static IReadOnlyList<(int Row, double Similarity)> Nearest(FeatureMatrix rows, ReadOnlySpan<float> target, int limit, Func<int, bool> isWanted)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(isWanted);
        return TopK(UnitRows.Of(rows), target, limit, isWanted);
    }

    /// <summary>The rows that point most alike to one of them, which is left out itself.</summary>
    /// <param name="rows">n rows.</param>
    /// <param name="query">Index of the row to compare with, 0 to n − 1.</param>
    /// <param name="k">At most so many.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no row <paramref name="query"/>.</exception>
    public static IReadOnlyList<(int Row, double Similarity)> TopK(UnitRows rows, int query, int k)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(query);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(query, rows.Rows);
        return TopK(rows, rows.Matrix.Row(query), k, row => row != query);
    }

    /// <summary>The rows that point most alike to <paramref name="target"/>, the most alike first.</summary>
    /// <param name="rows">n rows.</param>
    /// <param name="target">d finite values.</param>
    /// <param name="k">At most so many.</param>
    /// <param name="isWanted">Says of a row whether it may be among them; left out, every row.</param>
    /// <exception cref="ArgumentException">The target has not d values.</exception>
    public static IReadOnlyList<(int Row, double Similarity)> TopK(UnitRows rows, ReadOnlySpan<float> target, int k, Func<int, bool>? isWanted = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ThrowIfLengthsDiffer(rows.Matrix.Columns, target.Length);
        if (k < 1 || rows.Rows == 0)
        {
            return [];
        }

        var nearest = new NearestRows(rows, k);
        nearest.Begin(target, isWanted);
        for (var block = 0; block < rows.Blocks.Count; block++)
        {
            nearest.Look(block);
        }

        return nearest.End();
    }

    /// <summary>For every row the rows that point most alike to it, itself left out: a list for each, the most alike first.</summary>
    /// <param name="rows">n rows.</param>
    /// <param name="k">At most so many for each.</param>
    /// <param name="cancellationToken">Looked at once per 64 rows.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static IReadOnlyList<IReadOnlyList<(int Row, double Similarity)>> AllTopK(UnitRows rows, int k, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var answers = new IReadOnlyList<(int Row, double Similarity)>[rows.Rows];
        Array.Fill(answers, []);
        if (k < 1 || rows.Rows == 0)
        {
            return answers;
        }

        using var crew = new Crew(WorkersFor(rows.Rows));
        crew.Run(share =>
        {
            var (from, to) = Crew.Range(share, rows.Rows);
            NearestRows[] searches = [.. Enumerable.Range(0, Math.Min(TargetsAtOnce, to - from)).Select(_ => new NearestRows(rows, k))];
            for (var first = from; first < to; first += TargetsAtOnce)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Search(rows, searches.AsSpan(0, Math.Min(searches.Length, to - first)), first, answers);
            }
        });
        return answers;
    }

    /// <summary>The similarity of every two rows, n × n, row-major, for a picture of them all; the diagonal is 1, or 0 for a row of zeros.</summary>
    /// <param name="matrix">n × d, finite, n ≤ <see cref="MostRowsOfMatrix"/>.</param>
    /// <param name="cancellationToken">Looked at once per row.</param>
    /// <exception cref="ArgumentException">There are too many rows, or a value is NaN or infinite (row and feature are named).</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static double[] Matrix(FeatureMatrix matrix, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        matrix.ThrowIfNotFinite();
        if (matrix.Rows > MostRowsOfMatrix)
        {
            throw new ArgumentException($"A similarity matrix of {matrix.Rows} rows is too large; at most {MostRowsOfMatrix} are compared at once.", nameof(matrix));
        }

        var size = matrix.Rows;
        var similarities = new double[size * size];
        using var crew = new Crew(WorkersFor(size));

        // Rows are dealt out in turn, not in runs: the later ones have fewer partners left.
        crew.Run(share =>
        {
            for (var row = share; row < size; row += Crew.Shares)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var other = row; other < size; other++)
                {
                    var similarity = Of(matrix.Row(row), matrix.Row(other));
                    similarities[(row * size) + other] = similarities[(other * size) + row] = similarity;
                }
            }
        });
        return similarities;
    }

    private static int WorkersFor(int rows) => rows < RowsWorthThreads ? 1 : Environment.ProcessorCount;

    /// <summary>Answers for a few rows in a row: each block is read once for all of them.</summary>
    private static void Search(UnitRows rows, Span<NearestRows> searches, int first, IReadOnlyList<(int Row, double Similarity)>[] answers)
    {
        for (var i = 0; i < searches.Length; i++)
        {
            var self = first + i;
            searches[i].Begin(rows.Matrix.Row(self), row => row != self);
        }

        for (var block = 0; block < rows.Blocks.Count; block++)
        {
            foreach (var search in searches)
            {
                search.Look(block);
            }
        }

        for (var i = 0; i < searches.Length; i++)
        {
            answers[first + i] = searches[i].End();
        }
    }

    private static double Between<T>(ReadOnlySpan<T> one, ReadOnlySpan<T> other)
        where T : struct, INumber<T>
    {
        ThrowIfLengthsDiffer(one.Length, other.Length);
        var (product, length, otherLength) = (0.0, 0.0, 0.0);
        for (var i = 0; i < one.Length; i++)
        {
            var (a, b) = (double.CreateTruncating(one[i]), double.CreateTruncating(other[i]));
            product += a * b;
            length += a * a;
            otherLength += b * b;
        }

        return length == 0 || otherLength == 0 ? 0 : Math.Clamp(product / (Math.Sqrt(length) * Math.Sqrt(otherLength)), -1, 1);
    }

    private static void ThrowIfLengthsDiffer(int one, int other)
    {
        if (one != other)
        {
            throw new ArgumentException($"{one} values can't be compared with {other}.", nameof(other));
        }
    }
}
