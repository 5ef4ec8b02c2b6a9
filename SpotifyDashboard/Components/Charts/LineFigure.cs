namespace SpotifyDashboard.Components.Charts;

/// <summary>Values along time: lines, or layers on top of each other. A click reports the index of the label.</summary>
public sealed record LineFigure : ChartFigure
{
    /// <inheritdoc/>
    public override string Kind => "line";

    /// <summary>What stands along the axis, in order: "March 2026".</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The lines; of layers the first lies lowest. At most eight can be told apart.</summary>
    public required IReadOnlyList<LineSeries> Series { get; init; }

    /// <summary>What the labels are: "Month".</summary>
    public required string LabelName { get; init; }

    /// <summary>Whether the series are layers of a whole.</summary>
    public bool IsStacked { get; init; }

    /// <summary>Whether the values are shares from 0 to 1, written as per cent.</summary>
    public bool IsShare { get; init; }

    /// <inheritdoc/>
    public override ChartTable ToTable() =>
        new([LabelName, .. Series.Select(series => series.Name)], [.. Labels.Select((label, index) => (IReadOnlyList<string>)[label, .. Series.Select(series => series.Texts[index])])]);
}
