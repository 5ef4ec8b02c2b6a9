namespace SpotifyDashboard.SignIn.Login;

/// <summary>A login that was begun and may be completed once.</summary>
/// <param name="State">The state parameter.</param>
/// <param name="Verifier">The PKCE verifier; null where it can't be read any more.</param>
/// <param name="RedirectUri">The redirect address sent with it.</param>
/// <param name="Scopes">The scopes asked for, separated by blanks; null where unknown.</param>
/// <param name="IsHandedOver">Whether the command that began it wants the code itself.</param>
/// <param name="Purpose">What it is for where accounts are on; null in <c>Local</c> mode, where it connects the one listener.</param>
internal sealed record LoginAttempt(string State, string? Verifier, string RedirectUri, string? Scopes, bool IsHandedOver, LoginPurpose? Purpose = null);
