namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>What came of a name and a password.</summary>
/// <param name="Account">Whose they are; null where they were refused.</param>
/// <param name="WaitUntil">Until when no try is looked at (UTC); null where this one was.</param>
internal sealed record PasswordAnswer(Account? Account, DateTimeOffset? WaitUntil);
