namespace SpotifyDashboard.Components.Charts;

/// <summary>How one mood looks everywhere: map, legend, radar, calendar, story.</summary>
/// <param name="ColorVariable">Name of the CSS variable that holds its colour in the current theme, such as <c>--mood-1</c>.</param>
/// <param name="Symbol">Plotly's name of its marker, the same in two and in three dimensions.</param>
public sealed record MoodMark(string ColorVariable, string Symbol)
{
    /// <summary>The colour as a CSS value: <c>var(--mood-1)</c>.</summary>
    public string Color => $"var({ColorVariable})";
}
