using Microsoft.AspNetCore.Identity;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Hashes and checks passwords, by ASP.NET's own hasher.</summary>
internal sealed class Passwords
{
    private readonly PasswordHasher<AccountRow> _hasher = new();
    private readonly AccountRow _nobody = new() { DisplayName = "" };
    private readonly Lazy<string> _nobodysHash;

    public Passwords() => _nobodysHash = new(() => Hash(Login.LoginSecrets.Create()));

    /// <summary>What is stored of a password.</summary>
    public string Hash(string password) => _hasher.HashPassword(_nobody, password);

    /// <summary>Whether it is the account's password; takes as long where there is no account, or none with a password.</summary>
    /// <param name="account">The account, or null.</param>
    /// <param name="password">What was entered.</param>
    /// <param name="rehashed">What to store instead, where the stored hash is of an older kind; else null.</param>
    public bool Verify(AccountRow? account, string password, out string? rehashed)
    {
        // Made whether it is needed or not, so that the first sign-in of all takes as long for either.
        var nobodys = _nobodysHash.Value;
        var stored = account?.PasswordHash;
        var result = _hasher.VerifyHashedPassword(_nobody, stored ?? nobodys, password);
        rehashed = stored is not null && result == PasswordVerificationResult.SuccessRehashNeeded ? Hash(password) : null;
        return stored is not null && result != PasswordVerificationResult.Failed;
    }
}
