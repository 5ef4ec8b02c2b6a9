using SpotifyDashboard.Listening;

namespace SpotifyDashboard.SignIn;

/// <summary>Tells open pages that a listener's <see cref="SpotifyConnection"/> is no longer what it was.</summary>
public sealed class ConnectionChanged : Announcer<int>;
