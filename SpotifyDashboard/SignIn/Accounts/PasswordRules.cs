namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Which passwords may be chosen: long ones. What makes one hard to guess is its length, not its signs.</summary>
internal static class PasswordRules
{
    /// <summary>How long one is at least.</summary>
    public const int Shortest = 10;

    /// <summary>How long one is at most: hashing costs time.</summary>
    public const int Longest = 256;

    private const int FewestLetters = 5;

    /// <summary>Why a password can't be chosen, in a sentence; null where it can.</summary>
    /// <param name="password">The password.</param>
    /// <param name="loginName">The name it belongs to, normalised.</param>
    public static string? WhyRefused(string? password, string? loginName) =>
        password is null || password.Length < Shortest ? $"A password has at least {Shortest} characters; a few words in a row are easy to remember."
        : password.Length > Longest ? $"A password has at most {Longest} characters."
        : password.Distinct().Count() < FewestLetters ? "That password repeats a few characters; choose one that is harder to guess."
        : loginName is { Length: > 0 } && password.Contains(loginName, StringComparison.OrdinalIgnoreCase) ? "The password may not contain the name you sign in with."
        : null;
}
