namespace SpotifyDashboard.Components.Charts;

/// <summary>The table twin of a chart.</summary>
/// <param name="Headers">One per column; the first column names the row.</param>
/// <param name="Rows">Cells as they are read, each row as long as <paramref name="Headers"/>.</param>
public sealed record ChartTable(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows);
