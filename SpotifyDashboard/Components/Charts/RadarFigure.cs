namespace SpotifyDashboard.Components.Charts;

/// <summary>A polygon over several axes from 0 to 1, one per series: the profile of a mood.</summary>
public sealed record RadarFigure : ChartFigure
{
    /// <inheritdoc/>
    public override string Kind => "radar";

    /// <summary>Names of the axes, clockwise from the top.</summary>
    public required IReadOnlyList<string> Axes { get; init; }

    /// <summary>The polygons, drawn in order.</summary>
    public required IReadOnlyList<RadarSeries> Series { get; init; }

    /// <inheritdoc/>
    public override ChartTable ToTable() =>
        new(["Feature", .. Series.Select(static series => series.Name)], [.. Axes.Select((axis, i) => (IReadOnlyList<string>)[axis, .. Series.Select(series => series.Texts[i])])]);
}
