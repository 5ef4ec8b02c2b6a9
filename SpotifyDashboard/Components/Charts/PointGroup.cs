namespace SpotifyDashboard.Components.Charts;

/// <summary>One group of a <see cref="PointCloudFigure"/>.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Mark">Its unique pair of colour and symbol.</param>
public sealed record PointGroup(string Name, MoodMark Mark);
