namespace SpotifyDashboard.Components.Charts;

/// <summary>One polygon of a <see cref="RadarFigure"/>.</summary>
/// <param name="Name">Whose profile it is.</param>
/// <param name="ColorVariable">CSS variable of its colour, such as <see cref="MoodMark.ColorVariable"/>.</param>
/// <param name="Values">0 to 1, one per axis.</param>
/// <param name="Texts">The values as they are read ("122 bpm"), one per axis.</param>
public sealed record RadarSeries(string Name, string ColorVariable, IReadOnlyList<double> Values, IReadOnlyList<string> Texts);
