namespace SpotifyDashboard.Listening;

/// <summary>Tells open pages which listener's plays or library changed, or which listener was removed, by number.</summary>
/// <remarks>One per process; the storage watcher feeds it with what other processes wrote, so the same news may come twice.</remarks>
public sealed class PlaysChanged : Announcer<int>
{
    /// <summary>Told instead of a number where more is known of tracks, artists or albums, which all listeners share. No listener has it.</summary>
    public const int Everybody = 0;
}
