using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpotifyDashboard.Numerics;

/// <summary>The rows of a matrix around their mean, in blocks of 256 rows, feature by feature.</summary>
/// <remarks>
/// In a block the values of one feature stand side by side, so that a vector holds one feature of many points and needs no
/// shuffling. 256 points of thirteen features are 13 KB: they stay in the first-level cache while every start of K-Means
/// works on them. Centring keeps |c|² − 2x·c exact enough in float for features far from 0 (a tempo, a year). The last
/// block is filled up with zeros; its rows beyond n weigh nothing.
/// </remarks>
internal sealed class PointBlocks
{
    public const int Size = 256;

    private const int BytesPerVector = 64;

    private readonly float[] _points;
    private readonly int _aligned;
    private readonly float[] _weights;

    public PointBlocks(FeatureMatrix matrix, ReadOnlySpan<float> weights, double[] means)
    {
        Matrix = matrix;
        Origin = Array.ConvertAll(means, mean => (float)mean);
        Count = (matrix.Rows + Size - 1) / Size;

        // A vector of 64 bytes that straddles two cache lines costs two loads, so the first block begins on a line.
        _points = GC.AllocateArray<float>((Count * Size * matrix.Columns) + (BytesPerVector / sizeof(float)), pinned: true);
        var beyond = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(_points, 0) % BytesPerVector);
        _aligned = (BytesPerVector - beyond) % BytesPerVector / sizeof(float);
        _weights = new float[Count * Size];
        _weights.AsSpan(0, matrix.Rows).Fill(1);
        weights.CopyTo(_weights);
    }

    public FeatureMatrix Matrix { get; }

    /// <summary>What was subtracted from each of the d features: its mean, rounded.</summary>
    public float[] Origin { get; }

    /// <summary>Number of blocks.</summary>
    public int Count { get; }

    /// <summary>Number of real rows in a block: 256 but for the last.</summary>
    public int RowsIn(int block) => Math.Min(Size, Matrix.Rows - (block * Size));

    /// <summary>The d × 256 centred values of one block.</summary>
    public ReadOnlySpan<float> Points(int block) => _points.AsSpan(_aligned + (block * Size * Matrix.Columns), Size * Matrix.Columns);

    /// <summary>The 256 weights of one block.</summary>
    public ReadOnlySpan<float> Weights(int block) => _weights.AsSpan(block * Size, Size);

    /// <summary>The weight of one row.</summary>
    public float Weight(int row) => _weights[row];

    /// <summary>The d centred values of one row.</summary>
    public float[] Point(int row)
    {
        var points = Points(row / Size);
        var point = new float[Matrix.Columns];
        for (var column = 0; column < point.Length; column++)
        {
            point[column] = points[(column * Size) + (row % Size)];
        }

        return point;
    }

    /// <summary>Copies the rows of one block into place. Each block is filled once, by any thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(int block)
    {
        var columns = Matrix.Columns;
        var points = _points.AsSpan(_aligned + (block * Size * columns), Size * columns);
        var rows = Matrix.Values.Slice(block * Size * columns, RowsIn(block) * columns);
        for (var column = 0; column < Origin.Length; column++)
        {
            var origin = Origin[column];
            var target = points.Slice(column * Size, Size);
            for (int row = 0, i = column; i < rows.Length; row++, i += columns)
            {
                target[row] = rows[i] - origin;
            }
        }
    }
}
