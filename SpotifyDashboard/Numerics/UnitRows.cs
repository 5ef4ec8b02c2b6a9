namespace SpotifyDashboard.Numerics;

/// <summary>Rows brought to length 1, prepared once for many searches by <see cref="CosineSimilarity"/>.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n × d in; the same rows, and a rearranged copy of their directions, kept.</para>
/// <para><b>Units.</b> None: a direction. Scale unlike features first (<see cref="StandardScaler"/>).</para>
/// <para><b>Cost.</b> O(n·d) time; 8·n·d bytes beside the matrix.</para>
/// <para><b>Determinism.</b> Lengths are computed in double and directions rounded once to float. Immutable, so safe to share between threads.</para>
/// </remarks>
public sealed class UnitRows
{
    private UnitRows(FeatureMatrix matrix, FeatureMatrix directions, PointBlocks blocks)
    {
        Matrix = matrix;
        Directions = directions;
        Blocks = blocks;
    }

    /// <summary>The rows as they were given.</summary>
    public FeatureMatrix Matrix { get; }

    /// <summary>Number of rows, n.</summary>
    public int Rows => Matrix.Rows;

    /// <summary>Each row divided by its length; a row of zeros stays one.</summary>
    internal FeatureMatrix Directions { get; }

    /// <summary>The directions, feature by feature.</summary>
    internal PointBlocks Blocks { get; }

    /// <summary>Prepares the rows of <paramref name="matrix"/>.</summary>
    /// <param name="matrix">n × d, finite.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite (row and feature are named).</exception>
    public static UnitRows Of(FeatureMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        matrix.ThrowIfNotFinite();
        var values = new float[matrix.Values.Length];
        for (var row = 0; row < matrix.Rows; row++)
        {
            Normalize(matrix.Row(row), values.AsSpan(row * matrix.Columns, matrix.Columns));
        }

        var directions = matrix.WithValues(matrix.Features, values);
        var blocks = new PointBlocks(directions, default, new double[matrix.Columns]);
        for (var block = 0; block < blocks.Count; block++)
        {
            blocks.Fill(block);
        }

        return new UnitRows(matrix, directions, blocks);
    }

    /// <summary>Divides a row by its length.</summary>
    internal static void Normalize(ReadOnlySpan<float> row, Span<float> direction)
    {
        var squares = 0.0;
        foreach (var value in row)
        {
            squares += (double)value * value;
        }

        var factor = squares > 0 ? 1 / Math.Sqrt(squares) : 0;
        for (var column = 0; column < row.Length; column++)
        {
            direction[column] = (float)(row[column] * factor);
        }
    }
}
