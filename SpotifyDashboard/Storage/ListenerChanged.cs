using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage;

/// <summary>Tells whose settings, name or share links changed in this process, by number; news of their plays is <see cref="PlaysChanged"/>.</summary>
public sealed class ListenerChanged : Announcer<int>;
