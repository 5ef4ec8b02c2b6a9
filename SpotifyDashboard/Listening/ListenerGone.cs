namespace SpotifyDashboard.Listening;

/// <summary>Tells whoever keeps something of a listener in memory that the listener was deleted, by number, in whatever process.</summary>
/// <remarks>The storage watcher announces it too, so the same news may come twice. Numbers are never given again.</remarks>
public sealed class ListenerGone : Announcer<int>;
