using System.Collections.Immutable;

namespace SpotifyDashboard.Numerics;

/// <summary>Rows (tracks, respondents) by features, with the identity of each row.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n rows × d columns, row-major: the value of row r and column c stands at r·d + c.</para>
/// <para><b>Units.</b> Whatever the caller stores; columns may differ (beats per minute, decibels, shares of 1).</para>
/// <para><b>Cost.</b> 4·n·d bytes. Values are <see langword="float"/>: audio features are published with at most seven
/// digits, and half the memory is twice the speed of every pass. What is computed from them is accumulated in
/// <see langword="double"/>.</para>
/// <para><b>Determinism.</b> Immutable, so safe to share between threads.</para>
/// </remarks>
public sealed class FeatureMatrix
{
    private readonly float[] _values;
    private readonly ImmutableArray<int> _rowIds;

    /// <summary>Wraps <paramref name="values"/> without copying; the caller must not change the array afterwards.</summary>
    /// <param name="features">d distinct column names.</param>
    /// <param name="values">n·d values, row-major. NaN marks a missing value; see <see cref="MissingValues"/>.</param>
    /// <param name="rowIds">n identities, such as track keys; left out, each row is known by its index.</param>
    /// <exception cref="ArgumentException">There is no feature, a name stands twice, or the lengths do not fit together.</exception>
    public FeatureMatrix(IEnumerable<string> features, float[] values, IEnumerable<int>? rowIds = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(values);
        Features = [.. features];
        if (Features.IsEmpty || Features.Distinct(StringComparer.Ordinal).Count() < Features.Length)
        {
            throw new ArgumentException($"Feature names must be distinct and at least one, not '{string.Join(", ", Features)}'.", nameof(features));
        }

        if (values.Length % Features.Length != 0)
        {
            throw new ArgumentException($"{values.Length} values do not fill rows of {Features.Length} features.", nameof(values));
        }

        _values = values;
        Rows = values.Length / Features.Length;
        _rowIds = rowIds is null ? default : [.. rowIds];
        if (!_rowIds.IsDefault && _rowIds.Length != Rows)
        {
            throw new ArgumentException($"{_rowIds.Length} row ids do not name {Rows} rows.", nameof(rowIds));
        }
    }

    /// <summary>Number of rows, n.</summary>
    public int Rows { get; }

    /// <summary>Number of features, d.</summary>
    public int Columns => Features.Length;

    /// <summary>Name of each column.</summary>
    public ImmutableArray<string> Features { get; }

    /// <summary>All n·d values, row-major.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>The value at <paramref name="row"/> and <paramref name="column"/>.</summary>
    public float this[int row, int column] => Row(row)[column];

    /// <summary>The d values of one row.</summary>
    public ReadOnlySpan<float> Row(int row) => _values.AsSpan(row * Columns, Columns);

    /// <summary>The caller's identity of <paramref name="row"/>, or its index where none was given.</summary>
    public int RowId(int row) => _rowIds.IsDefault ? row : _rowIds[row];

    /// <summary>A matrix of the given rows, in the given order, with their identities.</summary>
    public FeatureMatrix SelectRows(ReadOnlySpan<int> rows)
    {
        var values = new float[rows.Length * Columns];
        var ids = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            Row(rows[i]).CopyTo(values.AsSpan(i * Columns));
            ids[i] = RowId(rows[i]);
        }

        return new FeatureMatrix(Features, values, ids);
    }

    /// <summary>A matrix of the named features, in the given order, with all rows.</summary>
    /// <exception cref="ArgumentException">A name is not among <see cref="Features"/>.</exception>
    public FeatureMatrix SelectFeatures(IEnumerable<string> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        string[] names = [.. features];
        var columns = Array.ConvertAll(names, IndexOf);
        var values = new float[Rows * columns.Length];
        for (var row = 0; row < Rows; row++)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                values[(row * columns.Length) + i] = this[row, columns[i]];
            }
        }

        return WithValues(names, values);
    }

    /// <summary>The column of a feature.</summary>
    /// <exception cref="ArgumentException"><paramref name="feature"/> is not among <see cref="Features"/>.</exception>
    public int IndexOf(string feature)
    {
        var column = Features.IndexOf(feature, StringComparer.Ordinal);
        return column >= 0
            ? column
            : throw new ArgumentException($"There is no feature '{feature}' among {string.Join(", ", Features)}.", nameof(feature));
    }

    /// <summary>The same rows, with other columns.</summary>
    internal FeatureMatrix WithValues(IEnumerable<string> features, float[] values) =>
        new(features, values, _rowIds.IsDefault ? null : _rowIds);
}
