using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.SignIn.Tokens;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>The one-time code that makes the first account the owner's: the one in the settings, else one made here, the same for every process on the database.</summary>
internal sealed class SetupCode(IOptions<AccessOptions> options, InstallationFacts facts, SealedFacts made)
{
    private const string Fact = "accounts:setup-code";
    private const string Letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private const int Groups = 4;
    private const int GroupLength = 4;

    /// <summary>Whether the settings name it, and so it need not be printed.</summary>
    public bool IsFromSettings => options.Value.SetupCode.Length > 0;

    /// <summary>The code, made where there is none yet.</summary>
    public async Task<string> ReadAsync(CancellationToken cancellationToken) =>
        IsFromSettings ? options.Value.SetupCode : await made.GetOrMakeAsync(Fact, Make, cancellationToken);

    /// <summary>Whether <paramref name="entered"/> is the code, in however many letters of it agree: the comparison takes the same time.</summary>
    public async Task<bool> IsRightAsync(string? entered, CancellationToken cancellationToken)
    {
        var code = await ReadAsync(cancellationToken);
        return CryptographicOperations.FixedTimeEquals(Bytes(LoginSecrets.Hash(Plain(code))), Bytes(LoginSecrets.Hash(Plain(entered ?? ""))));
    }

    /// <summary>Makes the code good again, because what it was used for came to nothing.</summary>
    public Task KeepAsync(string code, CancellationToken cancellationToken) => IsFromSettings ? Task.CompletedTask : made.GetOrMakeAsync(Fact, () => code, cancellationToken);

    /// <summary>Forgets the code: it has done its work.</summary>
    public Task ForgetAsync(CancellationToken cancellationToken) => facts.SetAsync(Fact, value: null, cancellationToken);

    private static string Make() => string.Join('-', Enumerable.Range(0, Groups).Select(static _ => RandomNumberGenerator.GetString(Letters, GroupLength)));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    // As people copy it: with or without dashes and blanks, in any case.
    private static string Plain(string code) => new([.. code.Where(static letter => !char.IsWhiteSpace(letter) && letter != '-').Select(char.ToUpperInvariant)]);
}
