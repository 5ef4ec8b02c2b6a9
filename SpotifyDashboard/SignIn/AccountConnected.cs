using SpotifyDashboard.Listening;

namespace SpotifyDashboard.SignIn;

/// <summary>Tells that a listener has just logged in to Spotify (also by a command beside the server), so that their first plays are fetched.</summary>
public sealed class AccountConnected : Announcer<int>;
