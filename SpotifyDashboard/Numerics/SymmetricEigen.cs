namespace SpotifyDashboard.Numerics;

/// <summary>Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations.</summary>
/// <remarks>
/// Jacobi rather than a faster method because d is at most thirteen and its small eigenvalues are accurate.
/// Source: G. H. Golub, C. F. Van Loan, "Matrix Computations", 4th ed. 2013, section 8.5.
/// </remarks>
internal static class SymmetricEigen
{
    // Convergence is quadratic: matrices of this size need six to ten sweeps.
    private const int MostSweeps = 60;

    /// <summary>Decomposes <paramref name="matrix"/> (d × d, row-major); values descend, row i of the vectors belongs to value i.</summary>
    public static (double[] Values, double[][] Vectors) Decompose(double[] matrix, int size)
    {
        var a = (double[])matrix.Clone();
        var vectors = Identity(size);
        for (var sweep = 0; sweep < MostSweeps && !IsDiagonal(a, size); sweep++)
        {
            for (var p = 0; p < size; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    Rotate(a, vectors, size, p, q);
                }
            }
        }

        var order = Enumerable.Range(0, size).OrderByDescending(i => a[(i * size) + i]).ToArray();
        return (Array.ConvertAll(order, i => a[(i * size) + i]), Array.ConvertAll(order, i => vectors[i]));
    }

    private static double[][] Identity(int size)
    {
        var rows = new double[size][];
        for (var i = 0; i < size; i++)
        {
            rows[i] = new double[size];
            rows[i][i] = 1;
        }

        return rows;
    }

    private static bool IsDiagonal(double[] a, int size)
    {
        var (off, on) = (0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            if (i / size == i % size)
            {
                on += a[i] * a[i];
            }
            else
            {
                off += a[i] * a[i];
            }
        }

        return off <= on * 1e-32;
    }

    /// <summary>Turns the plane of axes p and q so that the entry (p, q) becomes 0.</summary>
    private static void Rotate(double[] a, double[][] vectors, int size, int p, int q)
    {
        var apq = a[(p * size) + q];
        if (apq == 0)
        {
            return;
        }

        var theta = (a[(q * size) + q] - a[(p * size) + p]) / (2 * apq);
        var tangent = Math.CopySign(1, theta) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        for (var i = 0; i < size; i++)
        {
            (a[(i * size) + p], a[(i * size) + q]) = Turn(a[(i * size) + p], a[(i * size) + q], cosine, sine);
        }

        for (var i = 0; i < size; i++)
        {
            (a[(p * size) + i], a[(q * size) + i]) = Turn(a[(p * size) + i], a[(q * size) + i], cosine, sine);
            (vectors[p][i], vectors[q][i]) = Turn(vectors[p][i], vectors[q][i], cosine, sine);
        }
    }

    private static (double P, double Q) Turn(double p, double q, double cosine, double sine) =>
        ((cosine * p) - (sine * q), (sine * p) + (cosine * q));
}
