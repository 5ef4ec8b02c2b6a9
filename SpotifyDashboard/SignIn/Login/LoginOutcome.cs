using SpotifyDashboard.Listening;

namespace SpotifyDashboard.SignIn.Login;

/// <summary>What came of a login.</summary>
/// <param name="Listener">Who is connected now; null where the code was left for the command that began the login.</param>
internal sealed record LoginOutcome(ListenerProfile? Listener);
