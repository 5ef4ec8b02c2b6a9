namespace SpotifyDashboard.Components.Layout;

/// <summary>A component that a feature wants in the header of every page; registered as a service.</summary>
/// <param name="Component">Its type; it takes no parameters.</param>
internal sealed record ShellTool(Type Component);
