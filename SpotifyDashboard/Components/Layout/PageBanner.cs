namespace SpotifyDashboard.Components.Layout;

/// <summary>A component that a feature wants above every page; registered as a service, it draws nothing where it has nothing to say.</summary>
/// <param name="Component">Its type; it takes no parameters.</param>
internal sealed record PageBanner(Type Component);
