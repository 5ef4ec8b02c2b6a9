namespace SpotifyDashboard.Components.Charts;

/// <summary>A grid of cells on one perceptually even ramp. A click reports row × number of columns + column.</summary>
public sealed record HeatmapFigure : ChartFigure
{
    /// <inheritdoc/>
    public override string Kind => "heatmap";

    /// <summary>Names of the rows, from top to bottom.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>Names of the columns, from left to right.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Rows × columns, row by row; null leaves a cell empty (a day that does not exist).</summary>
    public required IReadOnlyList<double?> Values { get; init; }

    /// <summary>What a cell says when pointed at and in the table ("12 plays"), in the order of <see cref="Values"/>.</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    /// <summary>What the rows are: "Weekday".</summary>
    public required string RowName { get; init; }

    /// <summary>What a cell counts: "Plays".</summary>
    public required string ValueName { get; init; }

    /// <summary>The value at the lower end of the ramp.</summary>
    public double Least { get; init; }

    /// <summary>The value at the upper end of the ramp; null: the largest there is.</summary>
    public double? Most { get; init; }

    /// <summary>Column names to write under the grid, each with its column; null: all that fit.</summary>
    public IReadOnlyDictionary<int, string>? ColumnMarks { get; init; }

    /// <inheritdoc/>
    public override ChartTable ToTable() =>
        new([RowName, .. Columns], [.. Rows.Select((name, row) => (IReadOnlyList<string>)[name, .. Texts.Skip(row * Columns.Count).Take(Columns.Count)])]);
}
