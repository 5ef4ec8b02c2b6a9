namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Something about an account was refused; the message is a sentence for whoever asked.</summary>
internal sealed class AccountRefusedException(string message) : Exception(message);
