using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Overview;

/// <summary>Names one result of the page in the tab's cache: equal requests over the same plays have equal results.</summary>
/// <typeparam name="T">What is shown.</typeparam>
/// <param name="Listener">Whose plays, in which zone, by which rule.</param>
/// <param name="Period">Local days.</param>
/// <param name="Choice">What else the panel lets one choose; null where nothing.</param>
internal sealed record PanelRequest<T>(ListenerProfile Listener, Period Period, object? Choice = null);
