namespace SpotifyDashboard.Components.Charts;

/// <summary>One line or layer of a <see cref="LineFigure"/>.</summary>
/// <param name="Name">What it is: "This period", "Indie folk".</param>
/// <param name="Values">One per label, in whatever unit the figure names; null leaves a hole.</param>
/// <param name="Texts">The values as they are read ("1,204 plays"), one per label.</param>
public sealed record LineSeries(string Name, IReadOnlyList<double?> Values, IReadOnlyList<string> Texts)
{
    /// <summary>CSS variable of its colour, such as <see cref="MoodMark.ColorVariable"/>; null: by its place among the series.</summary>
    public string? ColorVariable { get; init; }

    /// <summary>Whether it stays in the background: thin and dashed, for what the others are compared with.</summary>
    public bool IsQuiet { get; init; }
}
