using SpotifyDashboard.Listening;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Tells which sessions have ended, so that what is open in them ends too.</summary>
internal sealed class SessionsEnded : Announcer<IReadOnlyCollection<int>>;
