namespace SpotifyDashboard.Components.Charts;

/// <summary>What is said about one point while it is pointed at.</summary>
/// <param name="Title">First line, set apart.</param>
/// <param name="Lines">Further lines.</param>
/// <param name="PictureUrl">A cover picture, or null.</param>
public sealed record PointTip(string Title, IReadOnlyList<string> Lines, string? PictureUrl = null);
