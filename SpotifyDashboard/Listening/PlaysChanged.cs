namespace SpotifyDashboard.Listening;

/// <summary>Tells open pages which listener's plays or library changed, or which listener was removed, by number.</summary>
/// <remarks>One per process; the storage watcher feeds it with what other processes wrote, so the same news may come twice.</remarks>
public sealed class PlaysChanged : Announcer<int>;
