namespace SpotifyDashboard.Components.Charts;

/// <summary>What a chart shows, in words and numbers; how Plotly draws it is known to <c>PlotlyChart</c>'s script alone.</summary>
/// <remarks>
/// A figure is drawn anew when its reference changes, so make one when the data change and keep it otherwise. Texts may hold any
/// characters: they are escaped before Plotly, which reads HTML, gets them.
/// </remarks>
public abstract record ChartFigure
{
    /// <summary>Which of the script's figures this is.</summary>
    public abstract string Kind { get; }

    /// <summary>What the chart is, for those who cannot see it: "Plays by weekday and hour".</summary>
    public required string Name { get; init; }

    /// <summary>What the chart says, as a sentence under it: "You listened most on Friday evenings."</summary>
    public required string Caption { get; init; }

    /// <summary>Height of the drawing in pixels.</summary>
    public int Height { get; init; } = 320;

    /// <summary>The same data as a table, shown on demand; null where the page gives its own to <c>PlotlyChart.TableTwin</c>.</summary>
    public abstract ChartTable? ToTable();
}
