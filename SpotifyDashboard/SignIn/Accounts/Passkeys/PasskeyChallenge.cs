namespace SpotifyDashboard.SignIn.Accounts.Passkeys;

/// <summary>What a browser was asked to sign.</summary>
/// <param name="State">The framework's own account of it, with the random challenge.</param>
/// <param name="IssuedAt">When it was asked (UTC).</param>
internal sealed record PasskeyChallenge(string State, DateTimeOffset IssuedAt);
