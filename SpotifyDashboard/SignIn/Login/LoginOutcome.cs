using SpotifyDashboard.Listening;
using SpotifyDashboard.SignIn.Accounts;

namespace SpotifyDashboard.SignIn.Login;

/// <summary>What came of a login.</summary>
/// <param name="Listener">Who is connected now; null where the code was left for the command that began the login.</param>
/// <param name="Account">Who is to be signed in by it where accounts are on; null where nobody is, because they are already.</param>
internal sealed record LoginOutcome(ListenerProfile? Listener, Account? Account = null);
