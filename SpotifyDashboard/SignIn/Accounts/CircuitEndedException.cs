namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>A tab tried to go on in a session that has ended, or in another one than it was opened in.</summary>
internal sealed class CircuitEndedException() : Exception("The session of this tab has ended.");
